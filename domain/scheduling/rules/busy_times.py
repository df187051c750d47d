"""Reads the busy times out of an iCalendar file (RFC 5545), and nothing else: no titles, no names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrulestr

from domain.kernel.clock import ROME
from domain.scheduling.rules.calendar_lines import Line, lines_of

MOST_EVENTS, MOST_TIMES = 5000, 5000
TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
MICROSOFT_ZONES = {
    "W. Europe Standard Time": "Europe/Rome",
    "Central Europe Standard Time": "Europe/Rome",
    "Central European Standard Time": "Europe/Rome",
    "Romance Standard Time": "Europe/Rome",
    "GMT Standard Time": "Europe/London",
    "E. Europe Standard Time": "Europe/Bucharest",
    "FLE Standard Time": "Europe/Kyiv",
    "UTC": "UTC",
}

Span = tuple[datetime, datetime]


class UnreadableCalendar(Exception):
    """It is no calendar, or one that would take too long to read."""


@dataclass
class _Event:
    uid: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    lasts: timedelta | None = None
    is_whole_day: bool = False
    rule: str = ""
    more: list[datetime] = field(default_factory=list)
    without: set[datetime] = field(default_factory=set)
    instead_of: datetime | None = None
    is_free: bool = False

    @property
    def length(self) -> timedelta:
        if self.lasts is not None:
            return self.lasts
        if self.ends is not None and self.starts is not None:
            return self.ends.astimezone(UTC) - self.starts.astimezone(UTC)
        return timedelta(days=1) if self.is_whole_day else timedelta()


def busy_times(content: bytes, from_at: datetime, to_at: datetime) -> list[Span]:
    """When the calendar says that its owner is busy between two instants, in UTC; what overlaps is joined.

    Repeated events are followed, with their exceptions; days without an hour are those of Italy. Raises
    UnreadableCalendar, also for what repeats every hour or more often: nobody is busy so.
    """
    events = list(_events(lines_of(content.decode("utf-8", "replace"))))
    moved: dict[str, set[datetime]] = {}
    for event in events:
        if event.instead_of is not None:
            moved.setdefault(event.uid, set()).add(event.instead_of)
    found: list[Span] = []
    for event in events:
        if event.is_free or event.starts is None:
            continue
        gone = event.without | (moved.get(event.uid, set()) if event.instead_of is None else set())
        starts = _starts(event, event.starts, from_at - event.length, to_at)
        found += [(at, at + event.length) for at in islice(starts, MOST_TIMES) if at not in gone]
        if len(found) > MOST_TIMES:
            raise UnreadableCalendar
    return joined([(max(start, from_at), min(end, to_at)) for start, end in found if end > from_at and start < to_at])


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same times, in order, those that overlap or touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif start < end:
            found.append((start, end))
    return found


def _starts(event: _Event, starts: datetime, from_at: datetime, to_at: datetime) -> Iterator[datetime]:
    """When it begins, each time: reckoned by the clock on the wall of its own zone, so that it keeps its hour."""
    yield from (at.astimezone(UTC) for at in event.more)
    if not event.rule:
        yield starts.astimezone(UTC)
        return
    if any(word in event.rule.upper() for word in TOO_OFTEN):
        raise UnreadableCalendar
    zone = starts.tzinfo
    try:
        rule = rrulestr(_with_wall_end(event.rule, zone), dtstart=starts.replace(tzinfo=None))
        wall_from, wall_to = (at.astimezone(zone).replace(tzinfo=None) for at in (from_at, to_at))
        for wall in rule.xafter(wall_from, inc=True):
            if wall > wall_to:
                return
            yield wall.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, TypeError, OverflowError) as wrong:
        raise UnreadableCalendar from wrong


def _with_wall_end(rule: str, zone: tzinfo | None) -> str:
    """The rule, its last moment by the clock on the wall as the first one is."""
    parts = [part for part in rule.split(";") if part]
    for number, part in enumerate(parts):
        name, _is, value = part.partition("=")
        if name.upper() == "UNTIL" and value.endswith("Z"):
            until = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            parts[number] = f"UNTIL={until.astimezone(zone).strftime('%Y%m%dT%H%M%S')}"
    return ";".join(parts)


def _events(lines: Iterable[Line]) -> Iterator[_Event]:
    now: _Event | None = None
    inside: list[str] = []
    seen, count = False, 0
    for line in lines:
        if line.name == "BEGIN":
            inside.append(line.value.upper())
            seen = seen or inside == ["VCALENDAR"]
            now = _Event() if inside[-1] == "VEVENT" else now
        elif line.name == "END":
            if inside and inside.pop() == "VEVENT" and now is not None:
                count += 1
                if count > MOST_EVENTS:
                    raise UnreadableCalendar
                yield now
                now = None
        elif now is not None and inside[-1] == "VEVENT":
            _take(now, line)
    if not seen:
        raise UnreadableCalendar


def _take(event: _Event, line: Line) -> None:
    try:
        match line.name:
            case "DTSTART":
                event.starts, event.is_whole_day = _instant(line, line.value), "T" not in line.value
            case "DTEND":
                event.ends = _instant(line, line.value)
            case "DURATION":
                event.lasts = line.duration()
            case "EXDATE":
                event.without |= {_instant(line, one).astimezone(UTC) for one in line.value.split(",")}
            case "RDATE":
                event.more += [_instant(line, one.partition("/")[0]) for one in line.value.split(",")]
            case "RECURRENCE-ID":
                event.instead_of = _instant(line, line.value).astimezone(UTC)
            case "RRULE":
                event.rule = line.value
            case "UID":
                event.uid = line.value
            case "TRANSP" | "STATUS" | "X-MICROSOFT-CDO-BUSYSTATUS":
                event.is_free |= line.value.upper() in ("TRANSPARENT", "CANCELLED", "FREE")
            case _:
                return
    except ValueError as wrong:
        raise UnreadableCalendar from wrong


def _instant(line: Line, value: str) -> datetime:
    """A moment with its zone: that of the line, UTC, or Italy where none is told."""
    if "T" not in value:
        return datetime.combine(date.fromisoformat(f"{value[:4]}-{value[4:6]}-{value[6:8]}"), time.min, ROME)
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=_zone(line.parameters.get("TZID", "")))


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(MICROSOFT_ZONES.get(name, name)) if name else ROME
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ROME  # calendars of offices here write zones of their own names
