"""The term: like a slow reckoning day by day, never earlier than the law for citizens, never later for offices."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.platform.language import say
from domain.platform.localised import Localised
from domain.procedure.rules.calendar import Calendar, Holiday, Whose, calendar_of
from domain.procedure.rules.deadline import deadline
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.term import Extension, Suspension, Term, pauses_of, reckon
from domain.procedure.seeds.legal_calendar import legal_terms, national_holidays
from domain.procedure.terms import Days, PauseKind, StepKind
from tests.domain.procedure.rules import slow_term as slow

LAW = legal_terms()[date(2020, 7, 17)]
ITALY = calendar_of(national_holidays().values(), ())
FIRST, LAST = date(2021, 1, 1), date(2032, 12, 31)
DAYS = st.dates(FIRST, LAST)
SATURDAYS = Holiday(Localised({"it": "sabato"}), weekday=5)


def patron(day: date, **more: Any) -> Holiday:
    return Holiday(Localised({"it": "il patrono"}), month_and_day=(day.month, day.day), **more)


calendars = st.builds(
    lambda saturdays, feasts: calendar_of(national_holidays().values(), (*feasts, *saturdays)),
    st.sampled_from([(), (SATURDAYS,)]),
    st.lists(
        st.builds(
            lambda day, single, office: (
                Holiday(Localised({"it": "chiuso"}), single_on=day, is_for_office=office)
                if single
                else patron(day, is_for_office=office)
            ),
            DAYS,
            st.booleans(),
            st.booleans(),
        ),
        max_size=6,
    ),
)


@st.composite
def suspensions(draw: st.DrawFn, started_on: date) -> Suspension:
    starts_on = started_on + timedelta(draw(st.integers(0, 120)))
    answered = draw(st.none() | st.integers(0, 70))
    kind = draw(st.sampled_from(PauseKind))
    return Suspension(kind, starts_on, None if answered is None else starts_on + timedelta(answered))


@st.composite
def terms(draw: st.DrawFn) -> Term:
    started_on = draw(DAYS)
    extra = draw(st.lists(st.integers(1, 60), max_size=2))
    return Term(
        started_on=started_on,
        days=draw(st.integers(1, 200)),
        counting=draw(st.sampled_from(Days)),
        suspensions=tuple(draw(st.lists(suspensions(started_on), max_size=4))),
        extensions=tuple(Extension(days, started_on, "Serve una perizia.") for days in extra),
        ground=draw(st.sampled_from(["", "Regolamento comunale 4/2024"])),
    )


@settings(deadline=None, max_examples=200)
@given(terms(), calendars)
def test_the_last_day_is_the_one_of_a_slow_reckoning(term: Term, calendar: Calendar) -> None:
    assert reckon(term, calendar, LAW).due_on == slow.due_on(term, calendar, LAW)


@settings(deadline=None, max_examples=150)
@given(terms(), calendars)
def test_the_office_never_has_a_day_more_than_the_law_gives(term: Term, calendar: Calendar) -> None:
    """All the days the law allows at most: the published ones, thirty stopped, the notice, the holidays at each end."""
    found = reckon(term, calendar, LAW)
    assert found.days <= LAW.longest_with_ground_days
    stopped = [pause for pause in found.pauses if not pause.is_ignored]
    requests = [pause for pause in stopped if pause.suspension.kind is PauseKind.INTEGRATION]
    assert len(requests) <= 1
    assert all((pause.length or 0) <= LAW.suspension_days for pause in requests)
    assert sum(pause.suspension.kind is PauseKind.REJECTION_NOTICE for pause in stopped) <= 1
    if found.due_on is not None:
        assert not calendar.off(found.due_on, Whose.OFFICE)
        assert found.due_on > term.started_on


@settings(deadline=None, max_examples=150)
@given(DAYS, st.integers(1, 120), calendars)
def test_a_citizens_last_day_is_never_earlier_than_the_law_and_never_a_day_off(
    given_on: date, days: int, calendar: Calendar
) -> None:
    last = calendar.last_day(given_on, days, Whose.CITIZEN)
    assert last >= given_on + timedelta(days=days)
    assert not calendar.off(last, Whose.CITIZEN)
    assert last >= calendar.last_day(given_on, days, Whose.OFFICE)
    between = [given_on + timedelta(days + more) for more in range((last - given_on).days - days)]
    assert all(calendar.off(day, Whose.CITIZEN) for day in between)


@settings(deadline=None, max_examples=80)
@given(terms(), calendars, st.integers(1, 20))
def test_closing_the_offices_never_gains_them_a_day(term: Term, calendar: Calendar, number: int) -> None:
    """Whatever an ente closes on its own, the citizen waits no longer; unless observations come in the time won."""
    quiet = Term(term.started_on, term.days, term.counting, extensions=term.extensions, ground=term.ground)
    closed = [
        Holiday(Localised({"it": "chiuso"}), single_on=term.started_on + timedelta(day * 2), is_for_office=False)
        for day in range(number * 5)
    ]
    more = Calendar((*calendar.holidays, *closed))
    assert reckon(quiet, more, LAW).due_on == reckon(quiet, calendar, LAW).due_on


@settings(deadline=None, max_examples=200)
@given(terms(), calendars, DAYS)
def test_every_deadline_explains_itself_in_plain_sentences(term: Term, calendar: Calendar, today: date) -> None:
    found = deadline(term, calendar, LAW, today)
    assert found.steps[0].kind is StepKind.STARTED
    (last,) = [step for step in found.steps if step.kind is StepKind.DUE]
    assert found.due_on is None or last.day == found.due_on
    for step in found.steps:
        said = say(step.text, "it")
        assert "%(" not in said
        assert said.endswith(".")
    moved = [step for step in found.steps if step.kind is StepKind.MOVED]
    assert bool(moved) == (reckon(term, calendar, LAW).counted_to != found.due_on and found.due_on is not None)
    assert (found.days_left is None) == (found.due_on is None)


def explained(term: Term, today: date = date(2026, 1, 1)) -> list[str]:
    return [say(step.text, "it") for step in deadline(term, ITALY, LAW, today).steps]


def test_thirty_days_from_a_wednesday() -> None:
    term = Term(date(2026, 9, 2), 30)
    assert deadline(term, ITALY, LAW, date(2026, 9, 30)).days_left == 2
    assert explained(term) == [
        "Il termine parte dal 2 settembre 2026. Questo giorno non si conta.",
        "L'ufficio ha 30 giorni per rispondere. Si contano anche le feste.",
        "L'ufficio risponde al massimo il 2 ottobre 2026.",
    ]


def test_a_last_day_that_is_a_holiday_moves_to_the_next_working_day_and_says_which_holiday() -> None:
    """4 October 2026 is a Sunday; 4 October 2027 a Monday, and a holiday again; in 2025 it was a plain Saturday."""
    assert reckon(Term(date(2027, 9, 4), 30), ITALY, LAW).due_on == date(2027, 10, 5)
    assert "4 ottobre 2027, San Francesco" in explained(Term(date(2027, 9, 4), 30))[2]
    assert reckon(Term(date(2025, 9, 4), 30), ITALY, LAW).due_on == date(2025, 10, 4)
    assert reckon(Term(date(2026, 3, 7), 30), ITALY, LAW).due_on == date(2026, 4, 7)  # Easter Monday
    with_saturdays = Calendar((*ITALY.holidays, SATURDAYS))
    assert reckon(Term(date(2025, 9, 4), 30), with_saturdays, LAW).due_on == date(2025, 10, 6)


def test_a_request_stops_the_term_once_and_at_most_thirty_days() -> None:
    asked = Suspension(PauseKind.INTEGRATION, date(2026, 9, 10), date(2026, 9, 20))
    assert reckon(Term(date(2026, 9, 2), 30, suspensions=(asked,)), ITALY, LAW).due_on == date(2026, 10, 12)
    never = Suspension(PauseKind.INTEGRATION, date(2026, 9, 10))
    assert reckon(Term(date(2026, 9, 2), 30, suspensions=(never,)), ITALY, LAW).due_on == date(2026, 11, 2)
    again = Suspension(PauseKind.INTEGRATION, date(2026, 9, 25), date(2026, 9, 28))
    twice = Term(date(2026, 9, 2), 30, suspensions=(asked, again))
    assert reckon(twice, ITALY, LAW).due_on == date(2026, 10, 12)
    assert any("si può fermare una volta sola" in said for said in explained(twice))


@pytest.mark.parametrize(
    ("answered", "due"),
    [
        (None, date(2026, 10, 13)),  # the last day for an answer, Sunday 20, moves to Monday 21: eleven days stopped
        (date(2026, 9, 14), date(2026, 10, 16)),  # four days until the answer, ten after it
        (date(2026, 9, 21), date(2026, 10, 23)),  # on the last day: eleven, and ten after it
        (date(2026, 9, 22), date(2026, 10, 13)),  # too late: as if nobody had answered
    ],
)
def test_the_notice_of_a_rejection_stops_the_term_until_ten_days_after_the_answer(
    answered: date | None, due: date
) -> None:
    notice = Suspension(PauseKind.REJECTION_NOTICE, date(2026, 9, 10), answered)
    assert reckon(Term(date(2026, 9, 2), 30, suspensions=(notice,)), ITALY, LAW).due_on == due


def test_the_term_is_suspended_today_only_while_a_pause_covers_today() -> None:
    asked = Suspension(PauseKind.INTEGRATION, date(2026, 9, 10), date(2026, 9, 20))
    term = Term(date(2026, 9, 2), 30, suspensions=(asked,))
    states = {day: deadline(term, ITALY, LAW, date(2026, 9, day)).is_suspended for day in (9, 10, 19, 20)}
    assert states == {9: False, 10: True, 19: True, 20: False}
    decided = Term(date(2026, 9, 2), 30, suspensions=(asked,), stopped_on=date(2026, 9, 15))
    assert not deadline(decided, ITALY, LAW, date(2026, 9, 15)).is_suspended
    assert deadline(decided, ITALY, LAW, date(2027, 1, 1)).days_left is None


def test_an_answer_in_the_time_that_a_closure_gave_is_in_time() -> None:
    closed = Holiday(Localised({"it": "chiuso"}), single_on=date(2026, 9, 18), is_for_office=False)
    calendar = Calendar((*ITALY.holidays, closed))
    late = Suspension(PauseKind.REJECTION_NOTICE, date(2026, 9, 8), date(2026, 9, 19))
    (pause,) = pauses_of([late], calendar, LAW)
    assert (pause.last_on, pause.ends_on) == (date(2026, 9, 19), date(2026, 9, 29))


def test_the_numbers_are_the_laws_of_the_day_and_not_the_engines() -> None:
    kinder: LegalTerms = LAW.model_copy(update={"suspension_days": 5, "longest_days": 20})
    never = Suspension(PauseKind.INTEGRATION, date(2026, 9, 10))
    assert reckon(Term(date(2026, 9, 1), 30, suspensions=(never,)), ITALY, kinder).due_on == date(2026, 9, 26)
