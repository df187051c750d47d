"""One queue: urgent, then whose hour has come, then walk-ins, then who came early."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.reception.rules.queue import Turn, place, turn

NOW = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)
PEOPLE = st.lists(
    st.tuples(st.booleans(), st.none() | st.integers(-90, 90).map(lambda minutes: NOW + timedelta(minutes=minutes))),
    min_size=1,
    max_size=30,
)


@given(people=PEOPLE)
def test_the_queue_is_fair_within_each_turn(people: list[tuple[bool, datetime | None]]) -> None:
    numbered = [(number, is_urgent, due_at) for number, (is_urgent, due_at) in enumerate(people, 1)]
    queue = sorted(numbered, key=lambda one: place(number=one[0], is_urgent=one[1], due_at=one[2], now=NOW))
    turns = [turn(is_urgent=is_urgent, due_at=due_at, now=NOW) for _number, is_urgent, due_at in queue]
    assert turns == sorted(turns)
    for kind in (Turn.URGENT, Turn.WALK_IN):
        numbers = [one[0] for one, found in zip(queue, turns, strict=True) if found is kind]
        assert numbers == sorted(numbers), "as they came"
    for kind in (Turn.DUE, Turn.EARLY):
        hours = [one[2] for one, found in zip(queue, turns, strict=True) if found is kind and one[2]]
        assert hours == sorted(hours), "by the hour of their appointment"


def test_an_appointment_passes_before_walk_ins_at_its_hour_and_not_before() -> None:
    due = NOW + timedelta(minutes=10)
    assert turn(is_urgent=False, due_at=due, now=NOW) > turn(is_urgent=False, due_at=None, now=NOW)
    assert turn(is_urgent=False, due_at=due, now=due) < turn(is_urgent=False, due_at=None, now=due)
