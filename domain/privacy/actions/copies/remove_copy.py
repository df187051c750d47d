"""The files of a copy whose days are over are gone; that it was made stays written."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.privacy.model.personal_copy import PersonalCopy
from domain.privacy.terms import CopyStatus


async def remove_copy(work: UnitOfWork, system: System, copy_id: UUID) -> None:
    """Forget where the files were. For the job, which has destroyed their bytes before."""
    wanted = select(PersonalCopy).where(col(PersonalCopy.id) == copy_id, col(PersonalCopy.status) == CopyStatus.READY)
    copy = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if copy is not None:
        copy.remove(work.now)
