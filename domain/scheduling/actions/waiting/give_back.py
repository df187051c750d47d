"""Lets go of what an appointment holds."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold, SeatHold


async def give_back(work: UnitOfWork, appointment_ids: Collection[UUID]) -> None:
    """Its place, operators, room and interpreter are free again. For actions that change its state."""
    for table in (SeatHold, ResourceHold):
        gone = sa.delete(table).where(col(table.appointment_id).in_(appointment_ids))
        await work.session.exec(gone)
