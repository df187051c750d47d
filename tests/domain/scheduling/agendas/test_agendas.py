"""Weeks that change, closures that are seen before they are written, and counts that name nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.clock import ROME, as_of
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.agendas.start_week import StartWeek, start_week
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.queries.agendas.agenda_sheet import agenda_sheet
from domain.scheduling.queries.agendas.closures_of import booked_inside
from domain.scheduling.queries.agendas.outside_week import outside_week
from domain.scheduling.queries.agendas.week_sheet import week_sheet
from domain.scheduling.queries.measures.past_measures import past_counts, past_measures
from domain.scheduling.queries.measures.time_measures import first_free_times, used_shares
from domain.scheduling.refusals import NotYourAgenda
from domain.scheduling.terms import Way
from tests.support.given import SYSTEM, Territory, a_territory, an_operator
from tests.support.scheduling.agendas import a_need, an_agenda

NOW = datetime(2027, 3, 1, 6, 0, tzinfo=UTC)
"""A Monday, before the offices open."""
MONDAY = date(2027, 3, 8)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), ROME).astimezone(UTC)


@pytest.fixture(autouse=True)
def this_monday() -> Iterator[None]:
    with as_of(NOW):
        yield


@dataclass(frozen=True)
class Counter:
    """An office whose agenda receives from 9 to 12; Carla Prova is expected on a Monday at 11:30."""

    connection: AsyncConnection
    territory: Territory
    need_id: UUID
    agenda_id: UUID
    head: Operator


@pytest.fixture
async def desk(connection: AsyncConnection) -> Counter:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        need_id = await a_need(work, territory.comune_id)
        agenda_id = await an_agenda(work, territory.office_id, [need_id])
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
        booked = BookAppointment(
            need_id=need_id,
            agenda_id=agenda_id,
            starts_at=at(11, 30),
            way=Way.DESK,
            given_name="Carla",
            family_name="Prova",
            phone="333 0000000",
        )
        await book_appointment(work, SYSTEM, booked)
    return Counter(connection, territory, need_id, agenda_id, head)


def mornings(closes: int) -> tuple[StartWeek.Opening, ...]:
    return (StartWeek.Opening(weekday=0, opening_time=time(9), closing_time=time(closes)),)


async def test_a_new_week_leaves_the_days_before_and_tells_who_stays_outside(desk: Counter) -> None:
    async with unit_of_work(desk.head, bind=desk.connection) as work:
        command = StartWeek(agenda_id=desk.agenda_id, seen_version=2, holds_from=MONDAY, openings=mornings(11))
        await start_week(work, desk.head, command)
    async with unit_of_work(desk.head, read_only=True, bind=desk.connection) as work:
        sheet = await agenda_sheet(work, desk.head, desk.agenda_id)
        assert len(sheet.week_on(MONDAY - timedelta(days=1))) == 5
        assert [one.closing_time for one in sheet.week_on(MONDAY)] == [time(11)]
        assert sheet.changes_after(work.today) == (MONDAY,)
        assert [one.full_name for one in await outside_week(work, sheet)] == ["Carla Prova"]
        week = await week_sheet(work, desk.head, [desk.agenda_id], MONDAY)
    assert [(one.starts_at, one.left, one.taken) for one in week.places] == [
        (at(9), 1, 0),
        (at(9, 30), 1, 0),
        (at(10), 1, 0),
        (at(10, 30), 1, 0),
        (at(11, 30), 0, 1),
    ]


async def test_a_week_of_days_that_are_over_or_of_another_office_is_refused(desk: Counter) -> None:
    early = StartWeek(agenda_id=desk.agenda_id, seen_version=2, holds_from=date(2027, 2, 1), openings=mornings(11))
    async with unit_of_work(desk.head, bind=desk.connection) as work:
        with pytest.raises(Invalid) as refused:
            await start_week(work, desk.head, early)
    assert list(refused.value.fields) == ["holds_from"]
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        other = await an_operator(work, desk.territory.neighbour_office_id, (Role.OFFICE_HEAD,))
    async with unit_of_work(other, bind=desk.connection) as work:
        with pytest.raises(NotYourAgenda):
            await start_week(work, other, early.model_copy(update={"holds_from": MONDAY}))
    async with unit_of_work(other, read_only=True, bind=desk.connection) as work:
        with pytest.raises(NotFound):
            await agenda_sheet(work, other, desk.agenda_id)


async def test_who_is_expected_during_a_closure_is_known_before_it_is_written(desk: Counter) -> None:
    async with unit_of_work(desk.head, read_only=True, bind=desk.connection) as work:
        office = {"office_id": desk.territory.office_id}
        inside = await booked_inside(work, desk.head, at(11), at(12), **office)
        assert [one.full_name for one in inside] == ["Carla Prova"]
        assert not await booked_inside(work, desk.head, at(9), at(11), **office)


async def test_the_office_reads_its_numbers_and_who_plans_reads_no_small_ones(desk: Counter) -> None:
    offices = [desk.territory.office_id]
    days = (MONDAY, MONDAY + timedelta(days=6))
    async with unit_of_work(desk.head, read_only=True, bind=desk.connection) as work:
        whole, by_need = await past_measures(work, desk.head, offices, *days)
        assert (whole.is_whole, whole.booked, whole.median_days) == (True, 1, 7)
        assert by_need.need_id == desk.need_id
        assert (await past_counts(work, desk.head, offices, *days)).by_way == [(Way.DESK, 1)]
        assert (await used_shares(work, offices, *days))[desk.territory.office_id] == 3  # one of thirty half hours
        (first,) = await first_free_times(work, offices)
        assert (first.starts_at, first.days) == (at(9, day=date(2027, 3, 1)), 0)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        planner = await an_operator(work, desk.territory.ambito_office_id, (Role.PLANNER,))
    async with unit_of_work(planner, read_only=True, bind=desk.connection) as work:
        whole, _by_need = await past_measures(work, planner, offices, *days)
        assert (whole.booked, whole.median_days, whole.absent_share) == (0, None, None)
