"""A week as a grid of days and hours, and as a list by day; every time has a name that is read aloud."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from backoffice.agendas.paths import PATH, booking_path, day_path
from domain.kernel.clock import ROME, day_of
from domain.kernel.text import _
from domain.scheduling.queries.agendas.week_sheet import WeekPlace, WeekSheet
from web.locale import clock_time, language_code, long_date, ngettext, sentence

WEEK = timedelta(weeks=1)
SATURDAY = 5


@dataclass(frozen=True)
class Entry:
    """A line of a cell. ``kind``: free, taken or closed; ``name`` is what a screen reader says."""

    kind: str
    hour: int
    time: str
    text: str
    where: str
    name: str
    href: str


@dataclass(frozen=True)
class Day:
    """A column of the grid, or a heading of the list."""

    label: str
    href: str
    is_today: bool
    off: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Week:
    """The whole page: ``hours`` are (label, one cell for each day)."""

    title: str
    before: str
    now: str
    after: str
    days: Sequence[Day]
    hours: Sequence[tuple[str, Sequence[Sequence[Entry]]]]


def week_view(
    sheet: WeekSheet,
    agendas: Mapping[UUID, str],
    office_id: UUID,
    chosen: Sequence[UUID],
    today: date,
    *,
    may_book: bool,
) -> Week:
    """The week of the agendas, which have these names. Saturday and Sunday are left out when nothing is on them.

    A free time leads to booking it for who ``may_book``, all the rest to the day.
    """
    by_day: dict[date, list[WeekPlace]] = {day: [] for day in sheet.days}
    for place in sheet.places:
        by_day[day_of(place.starts_at)].append(place)
    days = [
        _day(day, places, agendas, office_id, is_today=day == today, off=_off(sheet, day), may_book=may_book)
        for day, places in by_day.items()
        if places or day.weekday() < SATURDAY
    ]
    first = sheet.days[0]
    return Week(
        title=sentence(
            _("Settimana dal %(first)s al %(last)s", first=long_date(first), last=long_date(sheet.days[-1]))
        ),
        before=_path(office_id, first - WEEK, chosen),
        now=_path(office_id, today, chosen),
        after=_path(office_id, first + WEEK, chosen),
        days=days,
        hours=_hours(days),
    )


def _off(sheet: WeekSheet, day: date) -> str:
    name = sheet.days_off.get(day)
    return name.in_(language_code()) if name else ""


def _path(office_id: UUID, day: date, chosen: Sequence[UUID]) -> str:
    asked = [("ufficio", str(office_id)), ("settimana", day.isoformat()), *(("agenda", str(one)) for one in chosen)]
    return f"{PATH}?{urlencode(asked)}"


def _hours(days: Sequence[Day]) -> list[tuple[str, list[list[Entry]]]]:
    every = [entry.hour for day in days for entry in day.entries]
    if not every:
        return []
    return [
        (f"{hour:02d}:00", [[entry for entry in day.entries if entry.hour == hour] for day in days])
        for hour in range(min(every), max(every) + 1)
    ]


def _day(
    day: date,
    places: Sequence[WeekPlace],
    agendas: Mapping[UUID, str],
    office_id: UUID,
    *,
    is_today: bool,
    off: str,
    may_book: bool,
) -> Day:
    href = day_path(office_id, day)
    label = long_date(day)
    entries = [entry for place in places for entry in _taken(place, agendas, label, href)]
    entries += _free([place for place in places if place.left > 0], len(agendas) > 1, label, href, may_book=may_book)
    return Day(label, href, is_today, off, sorted(entries, key=lambda one: (one.time, one.kind)))


def _taken(place: WeekPlace, agendas: Mapping[UUID, str], day: str, href: str) -> Iterable[Entry]:
    where = agendas[place.agenda_id] if len(agendas) > 1 else ""
    for one in place.booked:
        yield _entry("taken", place, one.full_name or sentence(_("Appuntamento senza nome")), where, day, href)
    if others := place.taken - len(place.booked):
        text = ngettext("%(num)s posto preso", "%(num)s posti presi", others) % {"num": others}
        yield _entry("taken", place, text, where, day, href)


def _free(places: Sequence[WeekPlace], is_many: bool, day: str, href: str, *, may_book: bool) -> Iterable[Entry]:
    """Free places that begin together are told in one line, which leads to the first of their agendas."""
    together: dict[tuple[str, bool], list[WeekPlace]] = {}
    for place in places:
        together.setdefault((clock_time(place.starts_at), place.is_closed), []).append(place)
    for (_time, is_closed), found in together.items():
        left = sum(place.left for place in found)
        to = booking_path(found[0].agenda_id, found[0].starts_at) if may_book else href
        if is_closed:
            yield _entry("closed", found[0], sentence(_("non si riceve")), "", day, href)
        elif left == 1 and not is_many:
            yield _entry("free", found[0], sentence(_("libero")), "", day, to)
        else:
            text = ngettext("%(num)s posto libero", "%(num)s posti liberi", left) % {"num": left}
            yield _entry("free", found[0], text, "", day, to)


def _entry(kind: str, place: WeekPlace, text: str, where: str, day: str, href: str) -> Entry:
    time = clock_time(place.starts_at)
    told = sentence(
        _("%(day)s, ore %(time)s: %(what)s", day=day, time=time, what=f"{text}, {where}" if where else text)
    )
    return Entry(kind, place.starts_at.astimezone(ROME).hour, time, text, where, told, href)
