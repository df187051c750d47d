"""How many appointments, and invitations to book one, are older than a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.terms.invitations import UNSETTLED


async def old_appointments(
    work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    """Appointments that ended before an instant, whatever became of them, by ente."""
    return await count_by_ente(work, Appointment, (col(Appointment.ends_at) < before,), enti)


async def old_invitations(
    work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    """Invitations whose last day was over before an instant, by ente; one that waits for an office is never old."""
    over = (
        col(BookingInvitation.state).not_in(UNSETTLED),
        col(BookingInvitation.book_by_on) < day_of(before),
    )
    return await count_by_ente(work, BookingInvitation, over, enti)
