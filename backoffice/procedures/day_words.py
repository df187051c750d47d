"""Days off in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from domain.organization.terms import WEEKDAYS
from domain.procedure.queries.legal_calendar import Holiday, HolidayRow
from web.locale import day_of_year, localised, long_date, sentence, short_date
from web.locale import gettext as _


@dataclass(frozen=True)
class DayRow:
    """A day off as the list shows it; ``id`` None for those of the law."""

    id: UUID | None
    name: str
    when: str
    kind: str
    source: str
    lasts: str
    is_for_office: bool


def day_rows(rows: Iterable[HolidayRow]) -> list[DayRow]:
    """The days, in their order."""
    return [
        DayRow(
            id=row.id,
            name=localised(row.holiday.name.root),
            when=_when(row.holiday),
            kind=sentence(row.kind.label) if row.kind else "",
            source=row.holiday.source,
            lasts=_lasts(row.holiday),
            is_for_office=row.holiday.is_for_office,
        )
        for row in rows
    ]


def _when(one: Holiday) -> str:
    if one.single_on:
        return long_date(one.single_on)
    if one.weekday is not None:
        return _("ogni %(weekday)s") % {"weekday": sentence(WEEKDAYS[one.weekday])}
    if one.month_and_day:
        return _("ogni anno, il %(day)s") % {"day": day_of_year(*one.month_and_day)}
    if one.easter_offset == 1:
        return _("ogni anno, il giorno dopo Pasqua")
    return _("ogni anno, %(days)s giorni dopo Pasqua") % {"days": one.easter_offset}


def _lasts(one: Holiday) -> str:
    """Only what ends has a period worth telling; so has what begins in the time to come, and the day itself."""
    if one.ends_on and one.starts_on:
        days = {"start": short_date(one.starts_on), "end": short_date(one.ends_on)}
        return _("dal %(start)s al %(end)s") % days
    return ""
