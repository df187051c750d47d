"""Facts that an import has added to known people are taken back, where they still stand as they were written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.facts.follow_facts import SHOWN
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.model.fact import Fact
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed_today
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.projection import columns_of


@dataclass(frozen=True)
class RemoveFacts:
    """Which facts."""

    fact_ids: Sequence[UUID]


async def remove_facts(work: UnitOfWork, system: System, command: RemoveFacts) -> set[UUID]:
    """Delete those that are believed and that nothing names; gives back which are gone or were gone already.

    What the records show, and the index, follow.
    """
    if not command.fact_ids:
        return set()
    async with as_the_program(work, "undo an import"):
        found = (await work.session.exec(select(Fact).where(col(Fact.id).in_(command.fact_ids)))).all()
        whose = {fact.person_id for fact in found}
        held = select(Person).where(col(Person.id).in_(whose)).order_by(col(Person.id)).with_for_update()
        people = {one.id: one for one in (await work.session.exec(held)).all()}
        counted = await count_references(work, "registry.fact", [fact.id for fact in found])
        used = {key for ids in counted.values() for key in ids}
        used |= {fact.id for fact in found if not fact.is_believed}
        gone = [fact for fact in found if fact.id not in used]
        await work.session.exec(sa.delete(Fact).where(col(Fact.id).in_([fact.id for fact in gone])))
        for fact in gone:
            work.session.expunge(fact)
        for person_id, kind in {(fact.person_id, fact.kind) for fact in gone if fact.kind in SHOWN}:
            today = await believed_today(work, person_id, kind)
            people[person_id].show(columns_of(kind, [(stored_value(kind, one.value), one.stretch) for one in today]))
        if gone:
            await index_people(work, IndexPeople(person_ids=list({fact.person_id for fact in gone})))
    return set(command.fact_ids) - used
