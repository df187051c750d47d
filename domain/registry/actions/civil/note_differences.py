"""What the civil registry says is laid beside what we hold: each difference waits for a decision, once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.events import DifferenceFound
from domain.registry.model.difference import Difference
from domain.registry.model.person import Person
from domain.registry.queries.civil.held import held_of
from domain.registry.queries.civil.known_codes import known_codes
from domain.registry.queries.people import person
from domain.registry.rules.civil.differences import Finding, findings
from domain.registry.rules.civil.record import CivilMember, CivilRecord
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus


@dataclass(frozen=True)
class NoteDifferences:
    """Of whom, and what the registry said of them."""

    person_id: UUID
    record: CivilRecord = field(repr=False)
    household: Sequence[CivilMember] = field(repr=False, default=())


async def note_differences(work: UnitOfWork, system: System, command: NoteDifferences) -> int:
    """Keep what differs, and say how many things wait for a decision now. Nothing of the person is changed.

    Told again, the same difference is not kept twice; what an operator has refused does not come back while both
    sides say the same; what does not differ any more waits no longer. Refuses NotFound.
    """
    known = await person(work, system, command.person_id, for_update=True)
    household = await _without_protected(work, known, command.household)
    found = {
        (one.kind, one.name): one for one in findings(await held_of(work, system, known), command.record, household)
    }
    former = (await work.session.exec(_former(known.id))).all()
    waiting = {one.thing: one for one in former if one.status is DifferenceStatus.OPEN}
    refused = [_said(one) for one in former if one.status is DifferenceStatus.REFUSED]
    for thing, one in waiting.items():
        if (thing not in found and not _is_unsaid(thing, command)) or (
            thing in found and _said(found[thing]) != _said(one)
        ):
            one.pass_over(work.now)
    await work.session.flush()  # what is passed over gives way to what is found now
    new = [one for thing, one in found.items() if _said(one) not in refused and not _waits(waiting.get(thing))]
    for one in new:
        await _keep(work, known, one)
    return len(new) + sum(_waits(one) for one in waiting.values())


def _said(one: Finding | Difference) -> tuple[Any, ...]:
    """What makes two differences the same one."""
    return one.kind, one.name, one.held, one.told, one.starts_on


def _waits(one: Difference | None) -> bool:
    return one is not None and one.status is DifferenceStatus.OPEN


def _is_unsaid(thing: tuple[DifferenceKind, str], command: NoteDifferences) -> bool:
    """The registry said nothing about it this time: what waits goes on waiting."""
    kind, _name = thing
    return (kind is DifferenceKind.HOUSEHOLD and not command.household) or (
        kind is DifferenceKind.RESIDENCE and command.record.residence is None
    )


def _former(person_id: UUID) -> SelectOfScalar[Difference]:
    return select(Difference).where(
        col(Difference.person_id) == person_id,
        col(Difference.status).in_((DifferenceStatus.OPEN, DifferenceStatus.REFUSED)),
    )


async def _keep(work: UnitOfWork, known: Person, finding: Finding) -> None:
    row = Difference.of(known.ente_id, known.id, finding, work.today)
    work.session.add(row)
    await work.record(
        DifferenceFound(ente_id=known.ente_id, difference_id=row.id, person_id=known.id, kind=finding.kind)
    )


async def _without_protected(
    work: UnitOfWork, known: Person, household: Sequence[CivilMember]
) -> Sequence[CivilMember]:
    """The household without people who must not be named to whoever may know only of ``known``."""
    if known.is_protected:
        return household
    codes = [one.record.codice_fiscale for one in household]
    found = await known_codes(work, known.ambito_id, codes)
    hidden = {code for code, one in found.items() if one.is_protected}
    return [one for one in household if one.record.codice_fiscale not in hidden]
