"""A day of an agenda laid out: what is taken is there once, whatever the week says; shares and counts."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.scheduling.rules.measures import held_minutes, offered_minutes, share
from domain.scheduling.rules.slots import AgendaTime
from domain.scheduling.rules.stretches import Stretch, Weekly
from domain.scheduling.rules.taken import Busy, Held, Span
from domain.scheduling.rules.week import fits, laid_out

MONDAY = date(2027, 3, 1)
STEPS = st.sampled_from([15, 20, 30, 45, 60])


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def an_hour(quarter: int) -> datetime:
    return datetime(2027, 3, 1, 7, tzinfo=UTC) + minutes(15 * quarter)


def apart(spans: list[Span]) -> list[Span]:
    """As the database keeps them: those of one agenda that overlap begin together."""
    kept: list[Span] = []
    for one in sorted(spans):
        if all(one.starts_at == other.starts_at or one.starts_at >= other.ends_at for other in kept):
            kept.append(one)
    return kept


def agenda(stretches: list[Stretch], spans: list[Span], closed: list[Span] | None = None) -> AgendaTime:
    return AgendaTime(UUID(int=0), stretches, Busy(closed or []), Held(spans))


def a_morning(step: int = 30, seats: int = 1) -> Stretch:
    return Stretch(Weekly(0, date(2020, 1, 1)), time(9), time(12), step_minutes=step, seats=seats)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from([15, 30, 60])), max_size=6), STEPS, st.integers(1, 4))
def test_what_is_taken_is_shown_once_and_free_times_never_meet_it(
    taken: list[tuple[int, int]], step: int, seats: int
) -> None:
    spans = apart([Span(an_hour(quarter), an_hour(quarter) + minutes(long)) for quarter, long in taken])
    found = laid_out(agenda([a_morning(step, seats)], spans), MONDAY)
    begins = [one.starts_at for one in found]
    assert begins == sorted(set(begins))
    assert {one.starts_at: one.taken for one in found if one.taken} == {
        start: sum(1 for span in spans if span.starts_at == start) for start in {span.starts_at for span in spans}
    }
    free = [one for one in found if not one.taken]
    assert not [1 for one in free for span in spans if span.starts_at < one.ends_at and span.ends_at > one.starts_at]


def test_an_appointment_fits_when_the_week_would_offer_it_today() -> None:
    nine = datetime(2027, 3, 1, 8, tzinfo=UTC)
    assert fits([a_morning()], nine, nine + minutes(60))
    assert not fits([a_morning()], nine + minutes(10), nine + minutes(40))
    assert not fits([a_morning()], nine + minutes(150), nine + minutes(210))
    assert not fits([a_morning()], nine + timedelta(days=1), nine + timedelta(days=1, minutes=30))


def test_offered_and_held_time_count_every_place_and_no_closed_one() -> None:
    nine = datetime(2027, 3, 1, 8, tzinfo=UTC)
    held = [Span(nine, nine + minutes(30))] * 2
    closed = [Span(nine + minutes(120), nine + minutes(180))]
    one = agenda([a_morning(seats=2)], held, closed)
    assert offered_minutes(one, [MONDAY, MONDAY + timedelta(days=1)]) == 2 * 120
    assert held_minutes(one) == 60


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_of_a_hundred_and_small_ones_are_told_to_nobody_outside(part: int, rest: int) -> None:
    whole = part + rest
    told = share(part, whole)
    assert told is None if whole == 0 else 0 <= (told or 0) <= 100
    assert share(part, whole, is_rounded=True) == (told if whole > 2 else None)
