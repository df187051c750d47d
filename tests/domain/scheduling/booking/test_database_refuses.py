"""Whoever goes round the program and writes rows as the application's role is refused by the database itself."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.platform.work import unit_of_work
from tests.domain.scheduling.booking.conftest import Desk, at
from tests.support.given import SYSTEM

HALF_HOUR = timedelta(minutes=30)
APPOINTMENT = sa.text("""
    INSERT INTO scheduling.appointment (id, created_at, ente_id, office_id, agenda_id, need_id, starts_at, ends_at,
        state, manner, way, code, person_id, given_name, family_name, email, phone, language, note, is_hidden,
        is_earlier_wanted, is_reminded, is_cancelled_by_office, moves)
    SELECT :id, now(), a.ente_id, a.office_id, a.id, :need, :starts, :ends, 'booked', 'in_person', 'desk', :code,
        :person, '', '', '', '', 'it', '', false, false, true, false, 0
    FROM scheduling.agenda a WHERE a.id = :agenda""")
SEAT = sa.text("""
    INSERT INTO scheduling.seat_hold (id, created_at, ente_id, appointment_id, agenda_id, seat, starts_at, ends_at)
    SELECT gen_random_uuid(), now(), a.ente_id, :appointment, a.id, :seat, :starts, :ends
    FROM scheduling.agenda a WHERE a.id = :agenda""")
RESOURCE = sa.text("""
    INSERT INTO scheduling.resource_hold
        (id, created_at, ente_id, appointment_id, resource_id, agenda_id, starts_at, ends_at)
    SELECT gen_random_uuid(), now(), a.ente_id, :appointment, :resource, a.id, :starts, :ends
    FROM scheduling.agenda a WHERE a.id = :agenda""")


class Intruder:
    """Writes rows by hand, in the program's own name, on the same tables."""

    def __init__(self, desk: Desk, connection: AsyncConnection) -> None:
        self.desk, self.connection = desk, connection

    async def appointment(self, starts_at: datetime, *, person_id: UUID | None = None) -> UUID:
        """A row for an appointment, which holds nothing."""
        made = uuid4()
        values = {"id": made, "need": self.desk.need_id, "code": made.hex[:9], "person": person_id}
        values |= {"starts": starts_at, "ends": starts_at + HALF_HOUR, "agenda": self.desk.agenda_id}
        await self.connection.execute(APPOINTMENT, values)
        return made

    async def seat(self, starts_at: datetime, ends_at: datetime, seat: int = 1) -> None:
        """A place taken by a new appointment."""
        values = {"appointment": await self.appointment(starts_at), "seat": seat, "agenda": self.desk.agenda_id}
        await self.connection.execute(SEAT, values | {"starts": starts_at, "ends": ends_at})

    async def room(self, agenda_id: UUID, starts_at: datetime, ends_at: datetime) -> None:
        """The room taken by a new appointment."""
        values = {"appointment": await self.appointment(starts_at), "resource": self.desk.room_id, "agenda": agenda_id}
        await self.connection.execute(RESOURCE, values | {"starts": starts_at, "ends": ends_at})


async def test_every_double_booking_is_refused_by_a_constraint_of_its_own(desk: Desk) -> None:
    await desk.book(at(9))
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        by_hand = Intruder(desk, await work.session.connection())
        attempts = {
            "ex_seat_hold_twice": lambda: by_hand.seat(at(9), at(9, 30)),
            "ex_seat_hold_askew": lambda: by_hand.seat(at(9, 10), at(9, 40), seat=2),
            "fk_seat_hold_agenda_id_seat": lambda: by_hand.seat(at(10), at(10, 30), seat=3),
            "ex_resource_hold_elsewhere": lambda: by_hand.room(desk.neighbour_agenda_id, at(9), at(9, 30)),
            "ex_resource_hold_askew": lambda: by_hand.room(desk.agenda_id, at(9, 10), at(9, 40)),
            "ex_appointment_person": lambda: by_hand.appointment(at(9, 10), person_id=desk.rosa_id),
        }
        for constraint, attempt in attempts.items():
            with pytest.raises(IntegrityError) as refused:
                async with by_hand.connection.begin_nested():
                    await attempt()
            name = refused.value.orig.diag.constraint_name  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess]
            assert name == constraint, (constraint, name)
    assert await desk.held() == [at(9)]
