"""Reads the busy times out of an iCalendar file (RFC 5545), and nothing else: no titles, no names."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any, cast

import recurring_ical_events
from icalendar import Calendar

from domain.kernel.clock import ROME

MOST_EVENTS, MOST_TIMES = 5000, 5000
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
SAID_IN = ("TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS")
IS_FREE = frozenset({"TRANSPARENT", "CANCELLED", "FREE"})

Span = tuple[datetime, datetime]


class UnreadableCalendar(Exception):
    """It is no calendar, or one that would take too long to read."""


def busy_times(content: bytes, from_at: datetime, to_at: datetime) -> list[Span]:
    """When the calendar says that its owner is busy between two instants, in UTC; what overlaps is joined.

    Repeated events are followed, with their exceptions; days and hours without a zone are those of Italy. Raises
    UnreadableCalendar, also for what repeats every hour or more often: nobody is busy so.
    """
    try:
        calendar = _calendar(content)
        found: list[Span] = []
        for event in cast("Iterable[Any]", recurring_ical_events.of(calendar).between(from_at, to_at)):
            if not _is_free(event):
                found.append((_instant(event.start), _instant(event.end)))
            if len(found) > MOST_TIMES:
                raise UnreadableCalendar
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError) as wrong:
        raise UnreadableCalendar from wrong
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


def _calendar(content: bytes) -> Calendar:
    """The calendar, when all of its events can be read. Raises UnreadableCalendar, or what the library raises."""
    calendar = Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    if len(events) > MOST_EVENTS or not isinstance(calendar, Calendar):
        raise UnreadableCalendar
    for event in events:
        if event.errors or any(often in TOO_OFTEN for rule in _rules(event) for often in rule.get("FREQ", ())):
            raise UnreadableCalendar
    return calendar


def _rules(event: Any) -> list[Any]:
    rules = event.get("RRULE", [])
    return rules if isinstance(rules, list) else [rules]


def _is_free(event: Any) -> bool:
    return any(
        str(event.get(name, "")).upper() in IS_FREE for name in ("TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS")
    )


def _instant(moment: date | datetime) -> datetime:
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)
    return (at if at.tzinfo else at.replace(tzinfo=ROME)).astimezone(UTC)
