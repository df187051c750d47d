"""A person was looked up in the civil registry: the day and what came of it are kept."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.civil.end_watch import EndWatch, end_watch
from domain.registry.model.watch import CivilCheck
from domain.registry.terms.civil import InquiryOutcome, WatchReason


class NoteCheck(BaseModel):
    """Of whom, and what came of it."""

    person_id: UUID
    ente_id: UUID
    outcome: InquiryOutcome


async def note_check(work: UnitOfWork, system: System, command: NoteCheck) -> None:
    """Keep the day of the look-up; who was only watched for not having been checked, is watched for it no more."""
    row = CivilCheck(checked_on=work.today, **command.model_dump())
    again = (
        insert(CivilCheck)
        .values(row.model_dump())
        .on_conflict_do_update(
            index_elements=["person_id"], set_={"checked_on": work.today, "outcome": command.outcome}
        )
    )
    await work.session.exec(again)
    if command.outcome is InquiryOutcome.FOUND:
        await end_watch(work, system, EndWatch(reason=WatchReason.UNCHECKED, subject_id=command.person_id))
