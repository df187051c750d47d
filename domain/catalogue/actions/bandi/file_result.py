"""Keep where the file with the result of a bando is."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.catalogue.model.bando import Bando
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class FileResult(BaseModel):
    """The address in the store and the size in bytes."""

    bando_id: UUID
    address: str
    size: int


async def file_result(work: UnitOfWork, system: System, command: FileResult) -> None:
    """For the job that draws it up; run again, the newest file counts."""
    wanted = select(Bando).where(col(Bando.id) == command.bando_id).with_for_update()
    bando = (await work.session.exec(wanted)).one()
    bando.result_address, bando.result_size = command.address, command.size
