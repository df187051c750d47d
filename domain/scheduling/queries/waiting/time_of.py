"""When an appointment is, or was to be."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment


async def time_of(work: UnitOfWork, appointment_id: UUID) -> datetime:
    """When it begins, or was to begin. For reactions."""
    wanted = select(Appointment.starts_at).where(col(Appointment.id) == appointment_id)
    return (await work.session.exec(wanted)).one()
