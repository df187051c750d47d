"""An office that expects people on a Monday of December, booked by real actions."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.clock import ROME, as_of
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.terms import Way
from tests.support.given import SYSTEM
from tests.support.scheduling.agendas import a_need_with_an_agenda

MONDAY = date(2026, 12, 14)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    """An hour on the wall of that day."""
    return datetime.combine(day, time(hour, minute), ROME)


@dataclass(frozen=True)
class Expecting:
    """An agenda that receives from 9 to 12, and what people come for."""

    connection: AsyncConnection
    need_id: UUID
    agenda_id: UUID

    async def book(self, starts_at: datetime | None = None, **facts: Any) -> UUID:
        """Somebody is expected at nine, unless told otherwise; booked at eight of that day."""
        when = starts_at or at(9)
        given: dict[str, Any] = {"need_id": self.need_id, "agenda_id": self.agenda_id, "way": Way.PHONE} | facts
        with as_of(at(8)):
            async with unit_of_work(SYSTEM, bind=self.connection) as work:
                return await book_appointment(work, SYSTEM, BookAppointment(starts_at=when, **given))


async def an_expecting_office(connection: AsyncConnection, office_id: UUID, **facts: Any) -> Expecting:
    """The office has an agenda for one need."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        need_id, agenda_id = await a_need_with_an_agenda(work, office_id, **facts)
    return Expecting(connection, need_id, agenda_id)
