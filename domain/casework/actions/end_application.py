"""An application that was given up, or has its answer, leaves the worklist; the case keeps it."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.model.case import DiaryEntry
from domain.casework.queries.cases import application_in_case
from domain.casework.terms import DiaryKind
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class EndApplication(BaseModel):
    """Which one, and what the diary tells of it."""

    application_id: UUID
    kind: DiaryKind


async def end_application(work: UnitOfWork, system: System, command: EndApplication) -> None:
    """Nobody waits for it any more; the diary says why. One that is in no case, or has ended, is left alone."""
    entry = await application_in_case(work, system, command.application_id)
    if entry is None or not entry.is_open:
        return
    entry.end()
    work.session.add(
        DiaryEntry(
            ente_id=entry.ente_id,
            case_id=entry.case_id,
            person_id=entry.person_id,
            kind=command.kind,
            happened_at=work.now,
            application_id=command.application_id,
        )
    )
