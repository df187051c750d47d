"""A comune whose desk receives for one need, and Rosa who lives there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Actor, Citizen, Operator, Visitor
from domain.kernel.clock import ROME, as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.terms import Manner, Way
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import ROSA
from tests.support.scheduling.agendas import a_need, a_room, an_agenda

NOW = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
"""A Monday morning."""
TUESDAY = NOW + timedelta(days=1)


def at(hour: int, minute: int = 0, *, days: int = 1) -> datetime:
    """An hour on the wall in Rome, some days from now."""
    day = (NOW + timedelta(days=days)).date()
    return datetime.combine(day, time(hour, minute), ROME).astimezone(UTC)


@dataclass(frozen=True)
class Desk:
    """Two agendas that share a room; an agenda receives from 9 to 12, half an hour each."""

    connection: AsyncConnection
    territory: Territory
    need_id: UUID
    agenda_id: UUID
    neighbour_agenda_id: UUID
    room_id: UUID
    rosa_id: UUID

    @property
    def rosa(self) -> Citizen:
        """Rosa, signed in."""
        return a_citizen(self.territory, self.rosa_id)

    @property
    def visitor(self) -> Visitor:
        """Somebody who is not."""
        return Visitor(self.territory.family)

    async def operator(self) -> Operator:
        """Somebody of the office."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await an_operator(work, self.territory.office_id, (Role.DESK_OPERATOR,))

    def asked(self, starts_at: datetime, **more: Any) -> BookAppointment:
        """What is asked of the first agenda, for Rosa unless told otherwise."""
        known: dict[str, Any] = {"need_id": self.need_id, "agenda_id": self.agenda_id, "person_id": self.rosa_id}
        known |= {"starts_at": starts_at, "manner": Manner.IN_PERSON, "way": Way.ONLINE, "email": "rosa@posta.example"}
        return BookAppointment.model_validate(known | more)

    async def book(self, starts_at: datetime, actor: Actor | None = None, **more: Any) -> UUID:
        """Book it in a transaction of its own."""
        who = actor or self.rosa
        async with unit_of_work(who, bind=self.connection) as work:
            return await book_appointment(work, who, self.asked(starts_at, **more))

    async def row(self, appointment_id: UUID) -> Any:
        """The appointment as the database has it."""
        asked = "SELECT * FROM scheduling.appointment WHERE id = :id"
        return (await self.rows(asked, id=appointment_id))[0]

    async def rows(self, asked: str, **values: Any) -> list[Any]:
        """What the database answers to the program."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.connection) as work:
            return list((await (await work.session.connection()).execute(sa.text(asked), values)).all())

    async def held(self) -> list[datetime]:
        """When places are held."""
        return [row.starts_at for row in await self.rows("SELECT starts_at FROM scheduling.seat_hold ORDER BY 1")]


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    """It is Monday morning."""
    with as_of(NOW):
        yield


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    """The desk."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        need_id = await a_need(work, territory.comune_id)
        room_id = await a_room(work, territory.comune_id)
        agenda_id = await an_agenda(work, territory.office_id, [need_id], resource_ids=(room_id,))
        other_id = await an_agenda(work, territory.office_id, [need_id], resource_ids=(room_id,))
        rosa_id = await a_person(work, territory, ROSA)
    return Desk(connection, territory, need_id, agenda_id, other_id, room_id, rosa_id)
