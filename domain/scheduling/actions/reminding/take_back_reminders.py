"""Takes back reminders that say a time at which nobody is expected any more."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.take_back_letters import take_back_letters
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.notice import Reminder
from domain.scheduling.permissions import visible_to
from domain.scheduling.rules.reminding import reminder_key
from domain.scheduling.terms import AppointmentState


class TakeBackReminders(BaseModel):
    """Of which appointments: they were moved, or will not be."""

    appointment_ids: list[UUID]


async def take_back_reminders(work: UnitOfWork, system: System, command: TakeBackReminders) -> None:
    """Those that have not left and are of another time, or all when nobody is expected any more, vanish."""
    wanted = (
        select(Reminder, Appointment.starts_at, Appointment.state)
        .join(Appointment, col(Appointment.id) == col(Reminder.appointment_id))
        .where(col(Reminder.appointment_id).in_(command.appointment_ids), visible_to(system))
    )
    found = (await work.session.exec(wanted)).all()
    keys = [
        reminder_key(sent.appointment_id, sent.starts_at, sent.hours_before)
        for sent, starts_at, state in found
        if sent.starts_at != starts_at or not AppointmentState(state).is_standing
    ]
    await take_back_letters(work, keys)
