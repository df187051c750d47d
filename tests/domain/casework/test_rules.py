"""How soon somebody must look at an application."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.casework.rules.urgency import is_due_soon, urgency
from domain.casework.terms import Urgency

TODAY = date(2026, 11, 22)
ORDER = [Urgency.NONE, Urgency.MEDIUM, Urgency.HIGH]
DAYS = st.integers(-400, 400)
AGES = st.none() | st.integers(0, 110)


@given(DAYS, AGES, st.booleans())
def test_the_term_of_the_law_comes_before_everything(days: int, age: int | None, is_waiting: bool) -> None:
    mark = urgency(TODAY + timedelta(days=days), TODAY, age=age, is_waiting=is_waiting)
    assert (mark.level is Urgency.HIGH) == is_due_soon(TODAY + timedelta(days=days), TODAY) == (days <= 7)
    assert (mark.reason is None) == (mark.level is Urgency.NONE)


@given(DAYS, AGES, st.booleans())
def test_time_never_makes_anything_less_urgent(days: int, age: int | None, is_waiting: bool) -> None:
    due = TODAY + timedelta(days=days)
    now, later = (urgency(due, TODAY + timedelta(days=more), age=age, is_waiting=is_waiting) for more in (0, 1))
    assert ORDER.index(now.level) <= ORDER.index(later.level)


@given(st.integers(8, 400), st.integers(0, 110))
def test_minors_and_very_old_people_do_not_wait_unseen(days: int, age: int) -> None:
    waiting, followed = (
        urgency(TODAY + timedelta(days=days), TODAY, age=age, is_waiting=is_waiting) for is_waiting in (True, False)
    )
    assert (waiting.level is Urgency.MEDIUM) == (age < 18 or age >= 80)
    assert followed.level is Urgency.NONE


def test_the_term_is_told_in_words() -> None:
    told = {
        days: str(urgency(TODAY + timedelta(days=days), TODAY, age=40, is_waiting=True).reason)
        for days in (-3, -1, 0, 1, 5)
    }
    assert told == {
        -3: "Il termine è scaduto da 3 giorni.",
        -1: "Il termine è scaduto ieri.",
        0: "Il termine scade oggi.",
        1: "Il termine scade domani.",
        5: "Il termine scade tra 5 giorni.",
    }
