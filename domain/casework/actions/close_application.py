"""An application that was given up leaves the worklist; the case keeps it."""

from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import CaseApplication, DiaryEntry
from domain.casework.terms import DiaryKind
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


async def close_application(work: UnitOfWork, system: System, application_id: UUID) -> None:
    """Nobody waits for the application any more; the diary tells it. One that is in no case is left alone."""
    statement = select(CaseApplication).where(col(CaseApplication.application_id) == application_id)
    entry = (await work.session.exec(statement.with_for_update())).one_or_none()
    if entry is None or not entry.is_open:
        return
    entry.give_up()
    work.session.add(
        DiaryEntry(
            ente_id=entry.ente_id,
            case_id=entry.case_id,
            person_id=entry.person_id,
            kind=DiaryKind.APPLICATION_WITHDRAWN,
            happened_at=work.now,
            application_id=application_id,
        )
    )
