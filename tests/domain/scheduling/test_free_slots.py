"""Free times are what the week offers, without days off, closures and what is taken."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Visitor
from domain.kernel.clock import ROME, as_of
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from domain.procedure.actions.days.set_holiday import SetHoliday, set_holiday
from domain.procedure.terms import HolidayKind
from domain.scheduling.actions.agendas.close_time import CloseTime, close_time
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, first_free, free_slots
from domain.scheduling.refusals import PlaceTaken
from domain.scheduling.terms import Manner, Way
from tests.support.given import SYSTEM, Territory, a_territory
from tests.support.questions import Questions
from tests.support.scheduling.agendas import a_need, a_need_with_an_agenda, a_week, an_agenda, an_interpreter

MONDAY, TUESDAY = date(2027, 3, 1), date(2027, 3, 2)
NOW = datetime(2027, 2, 26, 10, tzinfo=ROME)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """The instant at which the clock in Rome shows it."""
    return datetime.combine(day, time(hour, minute), ROME)


def monday(need_id: UUID, **more: Any) -> TimesWanted:
    """The times of Monday, online, unless told otherwise."""
    return replace(TimesWanted(need_id, Way.ONLINE, MONDAY, days=1), **more)


class Desk:
    """A portal that asks when somebody can come."""

    def __init__(self, connection: AsyncConnection, territory: Territory) -> None:
        self.connection, self.territory = connection, territory

    async def slots(self, need_id: UUID, *, now: datetime = NOW, **more: Any) -> list[FreeSlot]:
        """The free times that a visitor of the portal finds: on Monday, unless told otherwise."""
        visitor = Visitor(self.territory.family)
        with as_of(now):
            async with unit_of_work(visitor, read_only=True, bind=self.connection) as work:
                return list(await free_slots(work, monday(need_id, **more)))

    async def hours(self, need_id: UUID, **more: Any) -> list[str]:
        """What a clock in Rome shows when they begin."""
        return [f"{one.starts_at.astimezone(ROME):%H:%M}" for one in await self.slots(need_id, **more)]


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    """Two comuni and their ambito."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return Desk(connection, await a_territory(work))


async def test_a_visitor_finds_the_half_hours_of_the_week(desk: Desk, questions: Questions) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id, agenda_id = await a_need_with_an_agenda(work, desk.territory.office_id)
    assert await desk.hours(need_id) == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
    assert await desk.hours(need_id, starts_on=date(2027, 2, 28)) == []
    first, *_rest = await desk.slots(need_id)
    expected = (agenda_id, desk.territory.office_id, at(MONDAY, 9), at(MONDAY, 9, 30), (Manner.IN_PERSON,), 1)
    assert first == expected
    with questions(at_most=14):
        await desk.slots(need_id, days=31)


async def test_the_patron_saint_and_a_closed_morning_are_not_offered(desk: Desk) -> None:
    comune_id = desk.territory.comune_id
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id, _agenda = await a_need_with_an_agenda(work, desk.territory.office_id)
        saint = SetHoliday(
            ente_id=comune_id, kind=HolidayKind.LOCAL, name=Localised({"it": "San Giusto"}), month=3, month_day=1
        )
        await set_holiday(work, SYSTEM, saint)
        closed = CloseTime(ente_id=comune_id, starts_at=at(TUESDAY, 8), ends_at=at(TUESDAY, 10, 15))
        await close_time(work, SYSTEM, closed)
    assert await desk.hours(need_id) == []
    assert await desk.hours(need_id, starts_on=TUESDAY) == ["10:30", "11:00", "11:30"]
    with as_of(NOW):
        async with unit_of_work(Visitor(desk.territory.family), read_only=True, bind=desk.connection) as work:
            found = await first_free(work, monday(need_id, days=20))
    assert found is not None
    assert found.starts_at == at(TUESDAY, 10, 30)


async def test_online_there_is_a_lead_and_a_horizon_and_the_desk_has_neither(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id, _agenda = await a_need_with_an_agenda(work, desk.territory.office_id, lead_minutes=60, horizon_days=3)
    early = at(MONDAY, 9, 15)
    assert await desk.hours(need_id, now=early) == ["10:30", "11:00", "11:30"]
    assert (await desk.hours(need_id, now=early, way=Way.DESK))[0] == "09:30"
    in_four_days = date(2027, 3, 5)
    assert await desk.hours(need_id, now=early, starts_on=in_four_days) == []
    assert len(await desk.hours(need_id, now=early, starts_on=in_four_days, way=Way.PHONE)) == 6


async def test_who_wants_an_interpreter_gets_times_in_which_one_is_free(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id, _agenda = await a_need_with_an_agenda(work, desk.territory.office_id)
        interpreter_id = await an_interpreter(work, desk.territory.ambito_id, "ar")
        away = CloseTime(
            ente_id=desk.territory.ambito_id,
            resource_id=interpreter_id,
            starts_at=at(MONDAY, 9),
            ends_at=at(MONDAY, 11),
        )
        await close_time(work, SYSTEM, away)
    assert await desk.hours(need_id, interpreter_language="ar") == ["11:00", "11:30"]
    assert await desk.hours(need_id, interpreter_language="uk") == []
    assert len(await desk.hours(need_id)) == 6


async def test_who_wants_a_woman_is_offered_no_time_at_which_only_the_man_is_free(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id, agenda_id = await a_need_with_an_agenda(work, desk.territory.office_id)
        busy_at = await an_agenda(work, desk.territory.office_id, [need_id])
        for gender in ("female", "male"):
            await an_interpreter(work, desk.territory.ambito_id, "ar", gender=gender)
    wish: dict[str, Any] = {"interpreter_language": "ar", "interpreter_gender": "female"}
    with as_of(NOW):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            there = BookAppointment(
                need_id=need_id, agenda_id=busy_at, starts_at=at(MONDAY, 9), way=Way.PHONE, given_name="Leila", **wish
            )
            await book_appointment(work, SYSTEM, there)
    here = {"agenda_ids": [agenda_id], "interpreter_language": "ar"}
    assert (await desk.hours(need_id, **here))[0] == "09:00"
    assert (await desk.hours(need_id, **here, interpreter_gender="male"))[0] == "09:00"
    assert (await desk.hours(need_id, **here, interpreter_gender="female"))[0] == "09:30"
    with as_of(NOW), pytest.raises(PlaceTaken):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            await book_appointment(work, SYSTEM, there.model_copy(update={"agenda_id": agenda_id}))


async def test_only_agendas_that_suit_are_asked(desk: Desk) -> None:
    office_id = desk.territory.office_id
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id = await a_need(work, desk.territory.ambito_id, manners=(Manner.IN_PERSON, Manner.PHONE))
        week = a_week(manners=(Manner.PHONE,), ways=(Way.URGENT,), released_hours=24)
        phone = await an_agenda(work, office_id, [need_id], openings=week, languages=("it", "fr"))
        flat = await an_agenda(work, desk.territory.ambito_office_id, [need_id], is_step_free=True)
    assert {one.agenda_id for one in await desk.slots(need_id)} == {flat}
    assert {one.agenda_id for one in await desk.slots(need_id, way=Way.URGENT)} == {phone, flat}
    just_before = at(date(2027, 2, 28), 12)
    assert {one.agenda_id for one in await desk.slots(need_id, now=just_before)} == {phone, flat}
    urgent: dict[str, Any] = {"way": Way.URGENT}
    assert {one.agenda_id for one in await desk.slots(need_id, **urgent, manner=Manner.PHONE)} == {phone}
    assert {one.agenda_id for one in await desk.slots(need_id, **urgent, language="fr")} == {phone}
    assert {one.agenda_id for one in await desk.slots(need_id, **urgent, is_step_free=True)} == {flat}
    assert {one.agenda_id for one in await desk.slots(need_id, **urgent, office_ids=[office_id])} == {phone}
    assert {one.agenda_id for one in await desk.slots(need_id, **urgent, agenda_ids=[flat])} == {flat}
