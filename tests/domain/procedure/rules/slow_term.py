"""The term in the slow and plain way: all days of some years, those that do not count struck out."""

from datetime import date, timedelta

from domain.procedure.rules.calendar import Calendar, Whose
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.term import Suspension, Term
from domain.procedure.terms import Days, PauseKind

YEARS = 1100


def days_from(first: date, count: int = YEARS) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


def is_feast(calendar: Calendar, day: date, whose: Whose) -> bool:
    return any(one.is_on(day) for one in calendar.holidays if whose is Whose.CITIZEN or one.is_for_office)


def first_workday(calendar: Calendar, day: date, whose: Whose) -> date:
    return next(one for one in days_from(day, 400) if not is_feast(calendar, one, whose))


def struck_out(one: Suspension, calendar: Calendar, legal: LegalTerms) -> set[date] | None:
    """The days that a suspension takes away; None when they are without end."""
    if one.kind is PauseKind.OTHER:
        if one.answered_on is None:
            return None
        return {day for day in days_from(one.starts_on) if day < one.answered_on}
    if one.kind is PauseKind.INTEGRATION:
        most = days_from(one.starts_on)[: legal.suspension_days]
        return {day for day in most if one.answered_on is None or day < one.answered_on}
    in_time = first_workday(calendar, one.starts_on + timedelta(legal.observation_days), Whose.CITIZEN)
    if one.answered_on is not None and one.starts_on <= one.answered_on <= in_time:
        until = one.answered_on + timedelta(days=legal.resume_days)
    else:
        until = first_workday(calendar, one.starts_on + timedelta(legal.observation_days), Whose.OFFICE)
    return {day for day in days_from(one.starts_on) if day < until}


def due_on(term: Term, calendar: Calendar, legal: LegalTerms) -> date | None:
    """The last day of the office."""
    count = term.days + sum(one.days for one in term.extensions)
    count = min(count, legal.longest_with_ground_days if term.extensions or term.ground else legal.longest_days)
    gone: set[date] = set()
    without_end: list[date] = []
    met = dict.fromkeys(PauseKind, 0)
    for one in sorted(term.suspensions, key=lambda one: one.starts_on):
        met[one.kind] += 1
        if one.kind is PauseKind.INTEGRATION and met[one.kind] > legal.suspension_times:
            continue
        if one.kind is PauseKind.REJECTION_NOTICE and met[one.kind] > 1:
            continue
        days = struck_out(one, calendar, legal)
        if days is None:
            without_end.append(one.starts_on)
        else:
            gone |= days
    everything = [day for day in days_from(term.started_on)[1:] if day not in gone]
    if term.counting is Days.WORKING:
        counted = [day for day in everything if not is_feast(calendar, day, Whose.OFFICE)]
    else:
        counted = everything
    last = counted[count - 1]
    moved = next(day for day in everything if day >= last and not is_feast(calendar, day, Whose.OFFICE))
    return None if any(start <= moved for start in without_end) else moved
