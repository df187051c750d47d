"""Close a day of the protocollo: its file is drawn up, sealed and kept, and leads back to the one before."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.model.protocollo import RegisterDay
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.work import UnitOfWork


class CloseRegisterDay(BaseModel):
    """A drawn up day whose file is in the store, at ``address``."""

    ente_id: UUID
    registered_on: date
    entries: int
    annulments: int
    first_label: str
    last_label: str
    address: str
    size: int
    sha256: str
    previous_sha256: str | None
    signed_by: str | None


async def close_register_day(work: UnitOfWork, system: System, command: CloseRegisterDay) -> bool:
    """Write the day down; False when it was closed meanwhile, and the file stays a harmless orphan."""
    await locks.hold(work, "register day", command.ente_id, command.registered_on.isoformat())
    same = select(RegisterDay.id).where(
        col(RegisterDay.ente_id) == command.ente_id, col(RegisterDay.registered_on) == command.registered_on
    )
    if (await work.session.exec(same)).first() is not None:
        return False
    work.session.add(RegisterDay(**command.model_dump(), created_at=work.now))
    return True
