"""Appointments as an iCalendar file (RFC 5545). Instants are in UTC, so that every calendar shows the right hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event

PRODUCT = "-//Sportello Sociale//Appuntamenti//IT"


@dataclass(frozen=True)
class CalendarEvent:
    """One entry. ``uid`` stays the same when it is moved, ``sequence`` grows; ``changed_at`` is when it last did."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    changed_at: datetime
    location: str = ""
    description: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False


def calendar_of(events: Iterable[CalendarEvent], *, name: str = "") -> bytes:
    """The file, in UTF-8; ``name`` is what a calendar that subscribes to it is called."""
    calendar = Calendar({"VERSION": "2.0", "PRODID": PRODUCT, "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH"})
    if name:
        calendar.add("X-WR-CALNAME", name)
        calendar.add("X-WR-TIMEZONE", "Europe/Rome")
    for event in events:
        calendar.add_component(_written(event))
    return calendar.to_ical()


def _written(event: CalendarEvent) -> Event:
    written = Event()
    written.add("UID", event.uid)
    for word, moment in (("DTSTAMP", event.changed_at), ("DTSTART", event.starts_at), ("DTEND", event.ends_at)):
        written.add(word, moment.astimezone(UTC))
    written.add("SEQUENCE", event.sequence)
    written.add("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    texts = (
        ("SUMMARY", event.summary),
        ("LOCATION", event.location),
        ("DESCRIPTION", event.description),
        ("URL", event.url),
    )
    for word, text in texts:
        if text:
            written.add(word, text)
    return written
