"""What runs later or on a clock: messages about appointments, invitations, offers, closed times, other calendars."""

from uuid import UUID

from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.scheduling.actions.closing.move_closed_appointments import (
    MoveClosedAppointments,
    move_closed_appointments,
)
from domain.scheduling.actions.feeds.read_busy_calendar import read_busy_calendar
from domain.scheduling.actions.inviting.lapse_invitations import lapse_invitations
from domain.scheduling.actions.inviting.remind_to_book import RemindToBook, remind_to_book
from domain.scheduling.actions.reminding.send_reminder import SendReminder, send_reminder
from domain.scheduling.actions.telling.write_about_appointment import write_about_appointment
from domain.scheduling.actions.waiting.end_offers import end_offers
from domain.scheduling.queries.feeds.sources_to_read import sources_to_read
from domain.scheduling.queries.inviting.invitations_to_remind import invitations_to_remind
from domain.scheduling.queries.reminding.appointments_to_remind import appointments_to_remind

REMINDING, OFFERING = System("remind of appointments"), System("end offers")
INVITING = System("tend invitations to book")
CLOSING, READING = System("tell of a closed time"), System("read busy calendars")


async def remind_of_appointments(*, bind: Bind | None = None) -> int:
    """Remind everybody whose hour has come; say how many were written to.

    One transaction for each: stopped anywhere and run again, or run twice at once, each is reminded once.
    """
    written, last = 0, None
    while True:
        async with unit_of_work(REMINDING, read_only=True, bind=bind) as work:
            due = await appointments_to_remind(work, REMINDING, last)
        if not due:
            return written
        for one in due:
            async with unit_of_work(REMINDING, bind=bind) as work:
                reminding = SendReminder(appointment_id=one.appointment_id)
                written += await send_reminder(work, REMINDING, reminding)
        last = due[-1]


async def end_unanswered_offers(*, bind: Bind | None = None) -> int:
    """End the offers whose time to answer is over; say how many."""
    ended = 0
    while True:
        async with unit_of_work(OFFERING, bind=bind) as work:
            some = await end_offers(work, OFFERING)
        ended += some
        if not some:
            return ended


async def tend_invitations(*, bind: Bind | None = None) -> int:
    """Remind once whom half of the term is over for, end what nobody followed in time; say how many were written to.

    One transaction for each reminder: stopped anywhere and run again, or run twice at once, each is reminded once.
    """
    written, last = 0, None
    while True:
        async with unit_of_work(INVITING, read_only=True, bind=bind) as work:
            due = await invitations_to_remind(work, INVITING, last)
        if not due:
            break
        for one in due:
            async with unit_of_work(INVITING, bind=bind) as work:
                written += await remind_to_book(work, INVITING, RemindToBook(invitation_id=one.invitation_id))
        last = due[-1]
    while True:
        async with unit_of_work(INVITING, bind=bind) as work:
            if not await lapse_invitations(work, INVITING):
                return written


async def move_closed(closure_id: str, *, bind: Bind | None = None) -> int:
    """Tell everybody of a closed time, some at a time; say how many. Stopped and run again, each is told once."""
    told = 0
    while True:
        async with unit_of_work(CLOSING, bind=bind) as work:
            some = await move_closed_appointments(work, CLOSING, MoveClosedAppointments(closure_id=UUID(closure_id)))
        told += some
        if not some:
            return told


async def read_busy_calendars(*, bind: Bind | None = None) -> None:
    """Have every calendar elsewhere read again, each by a job of its own: one that is slow holds up no other."""
    last: UUID | None = None
    while True:
        async with unit_of_work(READING, bind=bind) as work:
            found = await sources_to_read(work, READING, last)
            for source_id in found:
                await work.defer("read_busy_calendar", str(source_id))
        if not found:
            return
        last = found[-1]


JOBS = {
    "write_about_appointment": write_about_appointment,
    "remind_of_appointments": remind_of_appointments,
    "end_offers": end_unanswered_offers,
    "tend_invitations": tend_invitations,
    "move_closed_appointments": move_closed,
    "read_busy_calendars": read_busy_calendars,
    "read_busy_calendar": read_busy_calendar,
}
