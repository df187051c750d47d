"""A private calendar address shows who made it the right times, and no names unless chosen; busy times come back."""

from datetime import UTC, date
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from icalendar import Calendar

from domain.kernel.actor import Operator
from domain.kernel.clock import ROME, as_of
from domain.kernel.refusals import NotFound
from domain.platform.outside.http import new_http_client
from domain.platform.work import unit_of_work
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.feeds.make_feed import MakeFeed, make_feed
from domain.scheduling.actions.feeds.read_busy_calendar import read_busy_calendar
from domain.scheduling.actions.feeds.read_feed import ReadFeed, read_feed
from domain.scheduling.actions.feeds.remove_busy_source import RemoveBusySource, remove_busy_source
from domain.scheduling.actions.feeds.revoke_feed import RevokeFeed, revoke_feed
from domain.scheduling.actions.feeds.set_busy_source import SetBusySource, set_busy_source
from domain.scheduling.gateways import busy_calendar
from domain.scheduling.queries.feeds.feeds_of import feeds_of
from domain.scheduling.queries.free_slots import TimesWanted, free_slots
from domain.scheduling.terms import ResourceKind, Way
from tests.support.given import SYSTEM, an_operator
from tests.support.scheduling.agendas import an_agenda
from tests.support.scheduling.appointments import Receiving, at

NOW = at(1, 8)


@pytest.fixture
async def anna(office: Receiving) -> tuple[Operator, UUID]:
    """An operator whose agenda it is: the office's agenda takes her along."""
    async with unit_of_work(SYSTEM, bind=office.bind) as work:
        operator = await an_operator(work, office.territory.office_id)
        told = SetResource(
            ente_id=operator.ente_id,
            office_id=operator.office_id,
            kind=ResourceKind.OPERATOR,
            name="Anna Prova",
            operator_id=operator.operator_id,
        )
        resource_id = await set_resource(work, SYSTEM, told)
        office.agenda_id = await an_agenda(
            work, office.territory.office_id, [office.need_id], resource_ids=(resource_id,)
        )
    return operator, resource_id


async def _read(office: Receiving, secret: str) -> list[Any]:
    with as_of(NOW):
        content = await read_feed(ReadFeed(secret=secret), bind=office.bind)
    return list(Calendar.from_ical(content).walk("VEVENT"))


async def test_the_times_are_right_on_both_sides_of_the_night_in_which_the_hour_changes(
    office: Receiving, anna: tuple[Operator, UUID]
) -> None:
    operator, resource_id = anna
    for day in (26, 30):  # the clock is put forward on Sunday, 28 March 2027; Monday is Easter
        await office.book(at(day, 9, 30), f"Persona{day}")
    await office.book(at(31), "Nascosta", is_hidden=True)
    secret = await office.do(make_feed, MakeFeed(resource_id=resource_id), operator)
    events = await _read(office, secret)
    starts = [event.decoded("dtstart").astimezone(ROME) for event in events]
    assert starts == [at(26, 9, 30), at(30, 9, 30)]
    assert [start.astimezone(UTC).hour for start in starts] == [8, 7]
    assert {str(event["summary"]) for event in events} == {"Appuntamento"}


async def test_names_are_there_only_where_chosen_and_an_address_that_was_closed_opens_nothing(
    office: Receiving, anna: tuple[Operator, UUID]
) -> None:
    operator, resource_id = anna
    await office.book(at(26), "Bianchi")
    plain = await office.do(make_feed, MakeFeed(resource_id=resource_id), operator)
    named = await office.do(make_feed, MakeFeed(resource_id=resource_id, has_names=True), operator)
    with pytest.raises(NotFound):
        await _read(office, plain)
    assert [str(event["summary"]) for event in await _read(office, named)] == ["Appuntamento: Prova Bianchi"]
    async with unit_of_work(operator, read_only=True, bind=office.bind) as work:
        (shown,) = await feeds_of(work, operator)
    assert shown.feed is not None
    assert shown.feed.last_read_on == date(2027, 3, 1)
    await office.do(revoke_feed, RevokeFeed(feed_id=shown.feed.id), operator)
    with pytest.raises(NotFound):
        await _read(office, named)


async def test_nobody_makes_an_address_for_a_colleague(office: Receiving, anna: tuple[Operator, UUID]) -> None:
    async with unit_of_work(SYSTEM, bind=office.bind) as work:
        colleague = await an_operator(work, office.territory.office_id)
    with pytest.raises(NotFound):
        await office.do(make_feed, MakeFeed(resource_id=anna[1]), colleague)


@pytest.mark.parametrize(
    "address",
    [
        "http://calendario.example/a.ics",
        "https://127.0.0.1/a.ics",
        "https://localhost/",
        "https://a.internal/",
        "file:///etc/passwd",
    ],
)
def test_a_server_of_ours_calls_no_inner_address(address: str) -> None:
    with pytest.raises(ValueError):
        SetBusySource(resource_id=uuid4(), address=address)


BUSY = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dal medico\r\n"
    b"DTSTART;TZID=Europe/Rome:20270302T090000\r\nDTEND;TZID=Europe/Rome:20270302T110000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


async def _hours(office: Receiving) -> list[str]:
    wanted = TimesWanted(office.need_id, Way.DESK, date(2027, 3, 2), days=1, agenda_ids=[office.agenda_id])
    with as_of(NOW):
        async with unit_of_work(SYSTEM, read_only=True, bind=office.bind) as work:
            found = await free_slots(work, wanted)
    return [f"{one.starts_at.astimezone(ROME):%H:%M}" for one in found]


async def test_what_is_taken_elsewhere_is_not_offered_here_and_a_broken_calendar_changes_nothing(
    office: Receiving, anna: tuple[Operator, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    operator, resource_id = anna
    answers = [httpx.Response(200, content=BUSY), httpx.Response(200, content=b"<html>"), httpx.Response(404)]
    handler = httpx.MockTransport(lambda _request: answers.pop(0))
    monkeypatch.setattr(busy_calendar, "new_http_client", lambda: new_http_client(handler))
    told = SetBusySource(resource_id=resource_id, address="webcal://calendario.example/anna.ics")
    assert told.address == "https://calendario.example/anna.ics"
    source_id = str(await office.do(set_busy_source, told, operator))
    with as_of(NOW):
        assert await read_busy_calendar(source_id, bind=office.bind) == 1
        assert await _hours(office) == ["11:00", "11:30"]
        for _broken in range(2):
            assert await read_busy_calendar(source_id, bind=office.bind) is None
        assert await _hours(office) == ["11:00", "11:30"]
    async with unit_of_work(operator, read_only=True, bind=office.bind) as work:
        (shown,) = await feeds_of(work, operator)
    assert (shown.problem, shown.read_at) == ("not_fetched", NOW)
    stored = await office.asked("SELECT sealed_address FROM scheduling.busy_source")
    assert "calendario" not in stored[0][0]
    await office.do(remove_busy_source, RemoveBusySource(resource_id=resource_id), operator)
    assert await read_busy_calendar(source_id, bind=office.bind) is None
    assert len(await _hours(office)) == 6


async def test_a_calendar_that_is_too_large_or_elsewhere_is_not_read() -> None:
    much = httpx.MockTransport(lambda _request: httpx.Response(200, content=b"x" * (busy_calendar.LARGEST + 1)))
    with pytest.raises(busy_calendar.NotFetched):
        await busy_calendar.fetch_calendar("https://calendario.example/a.ics", new_http_client(much))
    moved = httpx.MockTransport(lambda _request: httpx.Response(302, headers={"location": "https://10.0.0.1/"}))
    with pytest.raises(busy_calendar.NotFetched):
        await busy_calendar.fetch_calendar("https://calendario.example/a.ics", new_http_client(moved))
