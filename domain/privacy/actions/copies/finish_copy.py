"""The two files of a copy are in the store: they can be downloaded for a week."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.privacy.model.personal_copy import PersonalCopy
from domain.privacy.terms import CopyStatus
from domain.registry.queries.names import names

KEPT_FOR = timedelta(days=7)


class CopyFile(BaseModel):
    """A file whose bytes are in the store, at ``address``."""

    address: str
    size: int
    sha256: str


class FinishCopy(BaseModel):
    """Which copy, and its two files."""

    copy_id: UUID
    json_file: CopyFile
    pdf_file: CopyFile


async def finish_copy(work: UnitOfWork, system: System, command: FinishCopy) -> bool:
    """Write down where the files are, and tell who asked, once; False when it was finished before."""
    wanted = select(PersonalCopy).where(col(PersonalCopy.id) == command.copy_id)
    copy = (await work.session.exec(wanted.with_for_update())).one()
    if copy.status is not CopyStatus.WAITING:
        return False
    copy.json_address, copy.json_size, copy.json_sha256 = _of(command.json_file)
    copy.pdf_address, copy.pdf_size, copy.pdf_sha256 = _of(command.pdf_file)
    copy.status, copy.parts_done = CopyStatus.READY, copy.parts
    copy.ready_at, copy.expires_at = work.now, work.now + KEPT_FOR
    await _tell(work, copy)
    return True


def _of(command: CopyFile) -> tuple[str, int, str]:
    return command.address, command.size, command.sha256


async def _tell(work: UnitOfWork, copy: PersonalCopy) -> None:
    asker = (await names(work, [copy.asked_by_id]))[copy.asked_by_id]
    await send_letter(
        work,
        SendLetter(
            key=f"copy-ready:{copy.id}",
            ente_id=copy.ente_id,
            person_id=copy.asked_by_id,
            language=asker.language,
            occasion=Occasion.COPY_READY,
            path="/area-personale/copie",
        ),
    )
