"""One more part of a copy has been read: the page that waits says so."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.privacy.model.personal_copy import PersonalCopy


async def note_copy_progress(work: UnitOfWork, system: System, copy_id: UUID, parts_done: int) -> None:
    """So many parts are read. For the job, between two parts."""
    copy = (await work.session.exec(select(PersonalCopy).where(col(PersonalCopy.id) == copy_id))).one()
    copy.go_on(parts_done)
