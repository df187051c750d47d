"""The last day on which an office answers, and why: L. 241/1990 art. 2 and 10-bis, c.c. art. 2963.

Day by day: the first day does not count; paused days do not count; the last one is neither a day off nor paused. A
pause covers the days from its start up to, and without, its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.procedure.rules.calendar import DAY, Calendar, Whose
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.terms import Days, PauseKind


@dataclass(frozen=True)
class Suspension:
    """A reason why the term stops, from ``starts_on``: the day of a request, or that on which a notice was received.

    ``answered_on`` is the day of the answer (documents, observations) or, for other kinds, of the end; None so far.
    """

    kind: PauseKind
    starts_on: date
    answered_on: date | None = None
    ground: str = ""


@dataclass(frozen=True)
class Extension:
    """More days, decided for this one proceeding with a ground."""

    days: int
    decided_on: date
    ground: str


@dataclass(frozen=True)
class Term:
    """What is known of a term; ``stopped_on`` is the day of the decision. ``ground`` allows more than usual days."""

    started_on: date
    days: int
    counting: Days = Days.CALENDAR
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Extension, ...] = ()
    stopped_on: date | None = None
    ground: str = ""


@dataclass(frozen=True)
class Pause:
    """Days that do not count: from ``starts_on`` up to ``ends_on``, that day not included; None: nobody knows yet.

    ``is_ignored`` when the law does not let this one stop the term; ``last_on`` is the last day for the answer.
    """

    suspension: Suspension
    starts_on: date
    ends_on: date | None
    last_on: date | None = None
    is_ignored: bool = False

    def covers(self, day: date) -> bool:
        """Whether ``day`` does not count because of it."""
        return not self.is_ignored and self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    @property
    def length(self) -> int | None:
        """How many days it takes; None while nobody knows."""
        return None if self.ends_on is None else (self.ends_on - self.starts_on).days


@dataclass(frozen=True)
class Reckoning:
    """The days found: the length in all, the pauses, the last day before and after it was moved."""

    days: int
    pauses: tuple[Pause, ...]
    counted_to: date | None
    due_on: date | None


def reckon(term: Term, calendar: Calendar, legal: LegalTerms) -> Reckoning:
    """The last day of the office, never later than the law allows; None while an open pause stops the term.

    The length is never more than the law lets the ente publish, whatever was asked or extended.
    """
    grounds = "".join((term.ground, *(one.ground for one in term.extensions)))
    days = min(term.days + sum(one.days for one in term.extensions), legal.most(grounds))
    pauses = pauses_of(term.suspensions, calendar, legal)
    counted_to = _counted_to(term, days, pauses, calendar)
    return Reckoning(days, pauses, counted_to, _moved(counted_to, pauses, calendar) if counted_to else None)


def pauses_of(suspensions: Sequence[Suspension], calendar: Calendar, legal: LegalTerms) -> tuple[Pause, ...]:
    """The days of each suspension, the earliest first; those beyond what the law allows are ignored."""
    found: list[Pause] = []
    allowed = {PauseKind.INTEGRATION: legal.suspension_times, PauseKind.REJECTION_NOTICE: 1}
    for one in sorted(suspensions, key=lambda one: one.starts_on):
        earlier = sum(pause.suspension.kind is one.kind for pause in found)
        is_ignored = one.kind in allowed and earlier >= allowed[one.kind]
        found.append(_pause(one, calendar, legal, is_ignored=is_ignored))
    return tuple(found)


def _pause(one: Suspension, calendar: Calendar, legal: LegalTerms, *, is_ignored: bool) -> Pause:
    match one.kind:
        case PauseKind.INTEGRATION:
            limit = one.starts_on + legal.suspension_days * DAY
            ends_on = min(one.answered_on or limit, limit)
            return Pause(one, one.starts_on, max(ends_on, one.starts_on), limit, is_ignored)
        case PauseKind.REJECTION_NOTICE:
            last = calendar.last_day(one.starts_on, legal.observation_days, Whose.OFFICE)
            heard = calendar.last_day(one.starts_on, legal.observation_days, Whose.CITIZEN)
            answered = one.answered_on
            is_heard = answered is not None and one.starts_on <= answered <= heard
            ends_on = answered + legal.resume_days * DAY if answered and is_heard else last
            return Pause(one, one.starts_on, ends_on, heard, is_ignored)
        case _:
            ends_on = max(one.answered_on, one.starts_on) if one.answered_on else None
            return Pause(one, one.starts_on, ends_on, None, is_ignored)


def _counted_to(term: Term, days: int, pauses: Sequence[Pause], calendar: Calendar) -> date | None:
    day, left = term.started_on, days
    while left:
        day += DAY
        if (is_open := _covering(day, pauses)) is not None:
            if is_open.ends_on is None:
                return None
        elif term.counting is Days.CALENDAR or not calendar.off(day, Whose.OFFICE):
            left -= 1
    return day


def _moved(day: date, pauses: Sequence[Pause], calendar: Calendar) -> date | None:
    while (pause := _covering(day, pauses)) is not None or calendar.off(day, Whose.OFFICE):
        if pause is not None and pause.ends_on is None:
            return None
        day += DAY
    return day


def _covering(day: date, pauses: Sequence[Pause]) -> Pause | None:
    """The pause that covers ``day``, an endless one first."""
    found = [pause for pause in pauses if pause.covers(day)]
    return min(found, key=lambda pause: pause.ends_on is not None, default=None)


def is_paused(reckoning: Reckoning, today: date) -> bool:
    """Whether ``today`` does not count."""
    return _covering(today, reckoning.pauses) is not None


def acts_after(last_on: date) -> date:
    """The first day on which the program may act because a last day has passed."""
    return last_on + timedelta(days=1)
