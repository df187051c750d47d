"""An appointment gives back what it held."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold, SeatHold


async def let_go(work: UnitOfWork, system: System, appointment_id: UUID) -> None:
    """The appointment holds nothing any more: others may have the place."""
    for table in (SeatHold, ResourceHold):
        await work.session.exec(delete(table).where(col(table.appointment_id) == appointment_id))
