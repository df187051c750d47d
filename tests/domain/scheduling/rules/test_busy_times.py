"""What is read out of a calendar elsewhere: when somebody is busy, at the right hour, and nothing else."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.clock import ROME
from domain.scheduling.rules.busy_times import Span, UnreadableCalendar, busy_times, joined
from domain.scheduling.rules.icalendar import CalendarEvent, calendar_of

FROM, TO = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def _calendar(*lines: str) -> bytes:
    event = "\r\n".join(("BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}\r\nEND:VCALENDAR\r\n".encode()


def _rome(day: str, hour: int) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=ROME).astimezone(UTC)


def test_a_weekly_meeting_keeps_its_hour_on_the_wall_when_the_clock_is_put_back() -> None:
    content = _calendar(
        "DTSTART;TZID=Europe/Rome:20261019T090000",
        "DTEND;TZID=Europe/Rome:20261019T100000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
    )
    days = ("2026-10-19", "2026-10-26", "2026-11-02")
    assert busy_times(content, FROM, TO) == [(_rome(day, 9), _rome(day, 10)) for day in days]


def test_what_was_left_out_moved_or_is_free_is_not_busy() -> None:
    moved = (
        "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Europe/Rome:20261005T090000\r\n"
        "DTSTART;TZID=Europe/Rome:20261005T150000\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nTRANSP:TRANSPARENT\r\nDTSTART:20261006T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\nSTATUS:CANCELLED\r\nDTSTART:20261007T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
    )
    weekly = _calendar(
        "DTSTART;TZID=W. Europe Standard Time:20261005T090000",
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;UNTIL=20261019T080000Z",
        "EXDATE;TZID=W. Europe Standard Time:20261012T090000",
    )
    content = weekly.replace(b"END:VCALENDAR", moved.encode() + b"END:VCALENDAR")
    first = _rome("2026-10-05", 15)
    assert busy_times(content, FROM, TO) == [
        (first, first + timedelta(minutes=30)),
        (_rome("2026-10-19", 9), _rome("2026-10-19", 10)),
    ]


def test_a_whole_day_is_a_day_of_italy_also_when_it_has_25_hours() -> None:
    (found,) = busy_times(_calendar("DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026"), FROM, TO)
    assert found == (datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC))


def test_long_lines_that_go_on_in_the_next_are_read_whole() -> None:
    content = _calendar("SUMMARY:uno\r\n  due", "DTSTART:2026100\r\n 5T090000Z", "DURATION:PT1H")
    assert len(busy_times(content, FROM, TO)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Accedi</html>",
        _calendar("DTSTART:20261005T090000Z", "DURATION:PT1H", "RRULE:FREQ=SECONDLY"),
        _calendar("DTSTART:2026-10-05", "DURATION:PT1H"),
        _calendar("DTSTART:20261005T090000Z", "DURATION:un'ora"),
        _calendar("DTSTART:20261005T090000Z", "DURATION:PT1H", "RRULE:FREQ=MAI"),
    ],
)
def test_what_is_no_calendar_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(UnreadableCalendar):
        busy_times(content, FROM, TO)


SPANS = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(1, 60)).map(
        lambda pair: (FROM + timedelta(minutes=pair[0] * 15), FROM + timedelta(minutes=pair[0] * 15 + pair[1]))
    ),
    max_size=30,
)


@given(spans=SPANS)
def test_joined_times_cover_the_same_minutes_and_never_touch(spans: list[Span]) -> None:
    found = joined(spans)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    for start, end in spans:
        assert any(whole[0] <= start and end <= whole[1] for whole in found)
    assert sum((end - start for start, end in found), timedelta()) <= sum((b - a for a, b in spans), timedelta())


@given(day=st.dates(date(2026, 1, 1), date(2027, 12, 31)), hour=st.integers(0, 23), minutes=st.integers(5, 300))
def test_what_we_write_is_read_back_at_the_same_instants(day: date, hour: int, minutes: int) -> None:
    starts_at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    event = CalendarEvent("1", starts_at, starts_at + timedelta(minutes=minutes), "Una, riga; lunga\n" * 9, starts_at)
    (found,) = busy_times(calendar_of([event]), starts_at - timedelta(days=1), starts_at + timedelta(days=2))
    assert found == (starts_at, starts_at + timedelta(minutes=minutes))
