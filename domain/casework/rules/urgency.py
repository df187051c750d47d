"""How soon somebody must look at an application: its term of the law first, then who it is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.casework.terms import Urgency
from domain.kernel.text import Text, _

DUE_SOON = timedelta(days=7)
VERY_OLD = 80
ADULT_AGE = 18


@dataclass(frozen=True)
class UrgencyMark:
    """The urgency, and the reason to be read beside it; none when there is no urgency."""

    level: Urgency
    reason: Text | None


NO_URGENCY = UrgencyMark(Urgency.NONE, None)


def is_due_soon(due_on: date, today: date) -> bool:
    """Whether the term (L. 241/1990 art. 2) ends within a week, or has ended."""
    return due_on <= today + DUE_SOON


def urgency(due_on: date, today: date, *, age: int | None, is_waiting: bool) -> UrgencyMark:
    """High when the term ends within a week; medium for minors and very old people who still wait for somebody."""
    days_left = (due_on - today).days
    if is_due_soon(due_on, today):
        return UrgencyMark(Urgency.HIGH, _term(days_left))
    if is_waiting and age is not None and age < ADULT_AGE:
        return UrgencyMark(Urgency.MEDIUM, _("È minorenne e aspetta una risposta."))
    if is_waiting and age is not None and age >= VERY_OLD:
        return UrgencyMark(Urgency.MEDIUM, _("Ha %(age)s anni e aspetta una risposta.", age=age))
    return NO_URGENCY


def _term(days_left: int) -> Text:
    if days_left < -1:
        return _("Il termine è scaduto da %(days)s giorni.", days=-days_left)
    if days_left == -1:
        return _("Il termine è scaduto ieri.")
    if days_left == 0:
        return _("Il termine scade oggi.")
    if days_left == 1:
        return _("Il termine scade domani.")
    return _("Il termine scade tra %(days)s giorni.", days=days_left)
