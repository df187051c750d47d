"""Appointments as an iCalendar file (RFC 5545). Instants are in UTC, so that every calendar shows the right hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

LINE_OCTETS = 75
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


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
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sportello Sociale//Appuntamenti//IT", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    if name:
        lines += [f"X-WR-CALNAME:{_escaped(name)}", "X-WR-TIMEZONE:Europe/Rome"]
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _lines(event: CalendarEvent) -> Sequence[str]:
    said = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.uid)}",
        f"DTSTAMP:{_instant(event.changed_at)}",
        f"DTSTART:{_instant(event.starts_at)}",
        f"DTEND:{_instant(event.ends_at)}",
        f"SUMMARY:{_escaped(event.summary)}",
        f"SEQUENCE:{event.sequence}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
    ]
    for word, text in (("LOCATION", event.location), ("DESCRIPTION", event.description)):
        if text:
            said.append(f"{word}:{_escaped(text)}")
    if event.url:
        said.append(f"URL:{event.url}")
    return [*said, "END:VEVENT"]


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    return text.translate(ESCAPED)


def _folded(line: str) -> str:
    """Lines of at most 75 octets: a longer one goes on in the next, after a blank; no letter is cut in two."""
    parts, now, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE_OCTETS:
            parts.append(now)
            now, size = " ", 1
        now, size = now + letter, size + octets
    return "\r\n".join([*parts, now])
