"""Appointments for tests: an office with an agenda, and people who book in it, by real actions."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.kernel.actor import Actor, Visitor
from domain.kernel.clock import ROME, as_of
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.actions.waiting.accept_offer import AcceptOffer, accept_offer
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import SeatHold
from domain.scheduling.rules.links import proof_of
from domain.scheduling.terms import Way
from tests.support.given import SYSTEM, Territory, a_territory
from tests.support.scheduling.agendas import a_need_with_an_agenda

MONDAY = date(2027, 3, 1)
BOOKED_AT = datetime(2027, 2, 1, 9, tzinfo=ROME)


def at(day: int, hour: int = 9, minute: int = 0, *, month: int = 3) -> datetime:
    """The instant at which the clock in Rome shows it, in 2027: the first of March is a Monday."""
    return datetime.combine(date(2027, month, day), time(hour, minute), ROME)


@dataclass
class Receiving:
    """An office that receives for one need, and whoever books there."""

    bind: AsyncConnection | AsyncEngine
    territory: Territory
    need_id: UUID
    agenda_id: UUID

    async def book(self, starts_at: datetime, name: str, *, booked_at: datetime = BOOKED_AT, **facts: Any) -> UUID:
        """Somebody books by telephone at ``booked_at``; with an e-mail address unless told otherwise."""
        usual: dict[str, Any] = {"given_name": "Prova", "family_name": name, "email": f"{name}@prova.example"}
        usual |= {"need_id": self.need_id, "agenda_id": self.agenda_id, "way": Way.PHONE, "starts_at": starts_at}
        with as_of(booked_at):
            async with unit_of_work(SYSTEM, bind=self.bind) as work:
                return await book_appointment(work, SYSTEM, BookAppointment(**usual | facts))

    async def fill(self, starts_at: datetime, people: int, *, languages: Sequence[str] = ("it",)) -> None:
        """A morning with ``people``, six times half an hour: rows, as booking so many would take most of a test."""
        async with unit_of_work(SYSTEM, bind=self.bind) as work:
            where: dict[str, Any] = {"ente_id": self.territory.comune_id, "agenda_id": self.agenda_id}
            for number in range(people):
                start = starts_at + timedelta(minutes=30 * (number % 6))
                span: dict[str, Any] = {"starts_at": start, "ends_at": start + timedelta(minutes=30)}
                name, language = f"P{number:02}x", languages[number % len(languages)]
                booked = Appointment(
                    **where,
                    **span,
                    office_id=self.territory.office_id,
                    need_id=self.need_id,
                    way=Way.ONLINE,
                    code=f"CODE{number}",
                    family_name=name,
                    email=f"{name}@prova.example",
                    language=language,
                )
                hold = SeatHold(appointment_id=booked.id, seat=1 + number // 6, **where, **span)
                work.session.add_all([booked, hold])

    async def do(self, action: Callable[..., Awaitable[Any]], command: Any, actor: Actor = SYSTEM) -> Any:
        """Do it in a transaction of its own, as ``actor``."""
        async with unit_of_work(actor, bind=self.bind) as work:
            return await action(work, actor, command)

    async def take(self, offer_id: UUID, name: str) -> None:
        """Somebody says yes from the address in the message: not signed in, knowing the surname."""
        proof = proof_of(settings().secret, offer_id, name)
        await self.do(accept_offer, AcceptOffer(appointment_id=offer_id, proof=proof), Visitor(self.territory.family))

    async def asked(self, sql: str, **values: Any) -> list[Any]:
        """Rows, as the program sees them."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.bind) as work:
            return list((await (await work.session.connection()).execute(sa.text(sql), values)).all())

    async def standing(self) -> list[tuple[str, str, datetime]]:
        """Who is expected, or offered a place, when: surname, state and time, by time."""
        found = await self.asked(
            "SELECT family_name, state, starts_at FROM scheduling.appointment"
            " WHERE state IN ('booked', 'offered') ORDER BY starts_at, family_name"
        )
        return [(name, state, starts_at.astimezone(ROME)) for name, state, starts_at in found]

    async def offer_to(self, name: str) -> UUID | None:
        """The place that is kept for somebody, if one is."""
        wanted = "SELECT id FROM scheduling.appointment WHERE state = 'offered' AND family_name = :name"
        found = await self.asked(wanted, name=name)
        return found[0][0] if found else None


async def an_office_that_receives(bind: AsyncConnection | AsyncEngine, **agenda: Any) -> Receiving:
    """A comune whose office has an agenda: Monday to Friday, 9 to 12, every half hour, unless told otherwise."""
    async with unit_of_work(SYSTEM, bind=bind) as work:
        territory = await a_territory(work)
        need_id, agenda_id = await a_need_with_an_agenda(work, territory.office_id, **agenda)
    return Receiving(bind, territory, need_id, agenda_id)
