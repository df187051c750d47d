"""People whom an import has brought in are taken back, where nobody has made use of their records since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.model.fact import Fact
from domain.registry.model.merge import DuplicateCandidate
from domain.registry.model.person import Person
from domain.registry.terms.records import DuplicateStatus

OWN = frozenset({"registry.fact", "registry.found_by", "registry.clue", "registry.duplicate_candidate"})
"""What points at a person and is no use: its facts are looked at one by one, the rest the program makes by itself."""


@dataclass(frozen=True)
class RemovePeople:
    """Each person with the ids of the facts that came along."""

    people: Mapping[UUID, Sequence[UUID]]


async def remove_people(work: UnitOfWork, system: System, command: RemovePeople) -> set[UUID]:
    """Delete those whom nobody has used, with their facts and index; gives back who is gone or was gone already.

    Used is whoever has changed since, has a fact from elsewhere or one that is believed no more, was told apart from or
    joined to somebody, or is named by any other row of any context. Their records and facts stay as they are.
    """
    async with as_the_program(work, "undo an import"):  # a use in another ente is a use
        held = select(Person).where(col(Person.id).in_(command.people)).order_by(col(Person.id)).with_for_update()
        known = {one.id: one for one in (await work.session.exec(held)).all()}
        used = {key for key, one in known.items() if one.version != 1 or one.same_as_id is not None or one.is_protected}
        used |= await _with_other_facts(work, command, known)
        used |= await _decided(work, known)
        for reference, counted in (await count_references(work, "registry.person", list(known))).items():
            if reference.table not in OWN:
                used |= set(counted)
        removable = [one for key, one in known.items() if key not in used]
        await _delete(work, [one.id for one in removable])
        for one in removable:
            work.session.expunge(one)
    return set(command.people) - used


async def _with_other_facts(work: UnitOfWork, command: RemovePeople, known: Collection[UUID]) -> set[UUID]:
    own = {fact_id for ids in command.people.values() for fact_id in ids}
    wanted = select(Fact.id, Fact.person_id, sa.func.upper_inf(col(Fact.known_during))).where(
        col(Fact.person_id).in_(known)
    )
    found = (await work.session.exec(wanted)).all() if known else []
    return {person_id for fact_id, person_id, is_believed in found if fact_id not in own or not is_believed}


async def _decided(work: UnitOfWork, known: Collection[UUID]) -> set[UUID]:
    """Somebody has said that the record is, or is not, of the same person as another."""
    pair = (col(DuplicateCandidate.first_id), col(DuplicateCandidate.second_id))
    wanted = select(*pair).where(
        sa.or_(*(side.in_(known) for side in pair)), col(DuplicateCandidate.status) != DuplicateStatus.OPEN
    )
    return {one for row in (await work.session.exec(wanted)).all() for one in row} if known else set()


async def _delete(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """The index goes with the person, and so do the pairs that nobody has decided."""
    if not ids:
        return
    await work.session.exec(sa.delete(Fact).where(col(Fact.person_id).in_(ids)))
    await work.session.exec(sa.delete(Person).where(col(Person.id).in_(ids)))
