"""A notice was opened on the portal: the person has received it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.intake.queries.examination.notice_to_receive import notice_to_receive
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.note_receipt import NoteReceipt, note_receipt


class ServeByOpening(BaseModel):
    """The letter of which step was opened, and on which day."""

    application_id: UUID
    passage_id: UUID
    opened_on: date


async def serve_by_opening(work: UnitOfWork, system: System, command: ServeByOpening) -> bool:
    """The person's days run from the day of opening; False where nothing waits for it, or the day is known already."""
    proceeding_id = await notice_to_receive(work, system, command.application_id, command.passage_id)
    if proceeding_id is None:
        return False
    await note_receipt(work, system, NoteReceipt(proceeding_id=proceeding_id, served_on=command.opened_on))
    return True
