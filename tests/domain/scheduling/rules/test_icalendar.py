"""Calendar files that calendars understand: every line folded and escaped as RFC 5545 wants."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import vobject
from hypothesis import given
from hypothesis import strategies as st

from domain.scheduling.rules.icalendar import CalendarEvent, calendar_of

ROME = ZoneInfo("Europe/Rome")
INSTANTS = st.integers(0, 20 * 365 * 24 * 60).map(lambda one: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=one))
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n,;\\"), max_size=200)


def read(content: bytes) -> dict[str, str]:
    """Unfold and unescape, as a calendar does."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    pairs = (line.split(":", 1) for line in lines if line)
    return {name: unescaped(value) for name, value in pairs}


def unescaped(value: str) -> str:
    result, letters = "", iter(value)
    for letter in letters:
        if letter != "\\":
            result += letter
        else:
            following = next(letters)
            result += "\n" if following == "n" else following
    return result


@given(starts_at=INSTANTS, minutes=st.integers(5, 480), summary=WORDS, location=WORDS)
def test_what_is_written_is_read_again(starts_at: datetime, minutes: int, summary: str, location: str) -> None:
    starts_at = starts_at.replace(microsecond=0)
    event = CalendarEvent(
        uid="a@b.example",
        starts_at=starts_at.astimezone(ROME),
        ends_at=starts_at + timedelta(minutes=minutes),
        summary=summary,
        changed_at=starts_at,
        location=location,
    )
    content = calendar_of([event])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    found = read(content)
    assert found.get("SUMMARY", "") == summary
    assert found.get("LOCATION", "") == location
    assert datetime.strptime(found["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) == starts_at
    assert (content[:15], content[-15:]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR\r\n")


def test_a_cancelled_appointment_says_so_with_a_higher_number() -> None:
    now = datetime(2027, 3, 1, 8, tzinfo=UTC)
    event = CalendarEvent("a", now, now + timedelta(minutes=30), "Appuntamento", now, sequence=2, is_cancelled=True)
    found = read(calendar_of([event]))
    assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", "2")


def test_another_program_reads_the_hour_on_the_wall_in_rome_on_both_sides_of_a_clock_change() -> None:
    half_hour = timedelta(minutes=30)
    starts = [datetime(2027, 3, day, 9, 30, tzinfo=ROME) for day in (27, 29)]
    events = [CalendarEvent(str(one), one, one + half_hour, "Sì; no, \\", one, "Via Roma, 1") for one in starts]
    found = vobject.readOne(calendar_of(events, name="Appuntamenti").decode()).vevent_list
    assert [one.dtstart.value.astimezone(ROME).hour for one in found] == [9, 9]
    assert [one.summary.value for one in found] == ["Sì; no, \\"] * 2
    assert [one.location.value for one in found] == ["Via Roma, 1"] * 2
