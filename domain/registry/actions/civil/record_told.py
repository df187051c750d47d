"""What the civil registry says of somebody new becomes known: where they live, and whether they have died."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.civil.note_check import NoteCheck, note_check
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.rules.civil.record import CivilAddress
from domain.registry.terms import FactKind, FactSource
from domain.registry.terms.civil import InquiryOutcome


@dataclass(frozen=True)
class RecordTold:
    """Of whom; ``residence`` is that of the whole household."""

    person_id: UUID
    ente_id: UUID
    residence: CivilAddress | None = field(repr=False)
    died_on: date | None = field(default=None, repr=False)


async def record_told(work: UnitOfWork, system: System, command: RecordTold) -> None:
    """Record the residence and the death, and that the person has been looked up. Refuses NotFound."""
    if (home := command.residence) is not None and (home.street or home.city):
        lives = RecordFact(
            person_id=command.person_id,
            kind=FactKind.RESIDENCE,
            value=home.value,
            starts_on=home.since,
            source=FactSource.CIVIL_REGISTRY,
        )
        await record_fact(work, system, lives)
    if command.died_on is not None:
        died = RecordFact(
            person_id=command.person_id,
            kind=FactKind.DEATH,
            value={},
            starts_on=command.died_on,
            source=FactSource.CIVIL_REGISTRY,
        )
        await record_fact(work, system, died)
    checked = NoteCheck(person_id=command.person_id, ente_id=command.ente_id, outcome=InquiryOutcome.FOUND)
    await note_check(work, system, checked)
