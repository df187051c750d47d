"""Reminds somebody of an appointment, once for each of the hours that the ente has chosen."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.correspondence.queries.leaves_at import leaves_at
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.telling.tell_of_appointment import TellOfAppointment, tell_of_appointment
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.notice import Reminder
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.waiting.notice_rules import notice_rules
from domain.scheduling.rules.reminding import reminder_due, reminder_key
from domain.scheduling.terms import AppointmentState


class SendReminder(BaseModel):
    """Of which appointment."""

    appointment_id: UUID


async def send_reminder(work: UnitOfWork, system: System, command: SendReminder) -> bool:
    """Whether a message was written. That it was, and the message itself, are in one transaction: there is no other.

    The appointment is locked: nobody moves it meanwhile. In hours in which no message may leave nothing is written
    yet, so that a reminder never waits and then says an old time.
    """
    wanted = select(Appointment).where(col(Appointment.id) == command.appointment_id, visible_to(system))
    about = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if about is None or about.state is not AppointmentState.BOOKED or about.is_hidden or not about.wants_reminders:
        return False
    rules = await notice_rules(work, about.ente_id)
    hours = reminder_due(about.starts_at, about.created_at, rules.reminder_hours, work.now)
    if hours is None or await leaves_at(work, about.ente_id, about.booked_by_id or about.person_id) > work.now:
        return False
    row = Reminder(
        ente_id=about.ente_id,
        appointment_id=about.id,
        starts_at=about.starts_at,
        hours_before=hours,
        sent_at=work.now,
    )
    connection = await work.session.connection()
    once = insert(Reminder).values(row.model_dump()).on_conflict_do_nothing()
    if (await connection.execute(once.returning(col(Reminder.id)))).first() is None:
        return False
    key = reminder_key(about.id, about.starts_at, hours)
    told = TellOfAppointment(appointment_id=about.id, occasion=Occasion.APPOINTMENT_REMINDER, key=key)
    return await tell_of_appointment(work, system, told)
