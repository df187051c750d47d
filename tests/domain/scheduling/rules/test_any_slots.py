"""Free times, whatever the agenda: none twice, none lost, none over another, each within its stretch."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel.clock import ROME, midnight
from domain.scheduling.rules.slots import AgendaTime, Slot, slots
from domain.scheduling.rules.stretches import Stretch
from domain.scheduling.rules.taken import Held, Span
from domain.scheduling.rules.wall_time import DAY, closing_instant, minute_of
from tests.support.scheduling.slots import an_agenda, asking, days_around, seconds, shown, stretch_on


@st.composite
def days_and_agendas(draw: st.DrawFn) -> tuple[date, AgendaTime, int]:
    """A day, an agenda with some stretches and appointments on it, and how long one is needed."""
    day = draw(days_around)
    stretches = draw(st.lists(stretch_on(day), min_size=1, max_size=2))
    begins = midnight(day)
    held = [
        Span(begins + timedelta(minutes=at), begins + timedelta(minutes=at + long))
        for at, long in draw(st.lists(st.tuples(st.integers(0, 1440), st.integers(5, 120)), max_size=3))
    ]
    return day, an_agenda(*stretches, held=held), draw(st.integers(5, 240))


@settings(max_examples=60)
@given(days_and_agendas())
def test_no_free_time_is_over_another_or_outside_its_stretch(drawn: tuple[date, AgendaTime, int]) -> None:
    day, agenda, minutes = drawn
    found = slots(agenda, asking(minutes), [day])
    assert all(one.ends_at <= later.starts_at for one, later in pairwise(found))
    for one in found:
        assert one.ends_at - one.starts_at == timedelta(minutes=minutes)
        assert any(_lies_in(one, stretch, day) for stretch in agenda.stretches)
        assert len(set(shown(found))) == len(found), "the wall clock shows one of them twice"


def _lies_in(slot: Slot, stretch: Stretch, day: date) -> bool:
    wall = slot.starts_at.astimezone(ROME)
    begins_within = wall.date() == day and stretch.opening_time <= wall.time() < stretch.closing_time
    return begins_within and slot.ends_at <= closing_instant(day, minute_of(stretch.closing_time))


@settings(max_examples=60)
@given(days_and_agendas())
def test_what_is_held_blocks_exactly_what_it_overlaps(drawn: tuple[date, AgendaTime, int]) -> None:
    day, agenda, minutes = drawn
    for one in slots(agenda, asking(minutes), [day]):
        for held_from, held_to in zip(agenda.held.froms, agenda.held.tos, strict=True):
            starts, ends = seconds((one.starts_at, one.ends_at))
            assert held_from == starts or held_from >= ends or held_to <= starts
        assert one.seats_left >= 1


@settings(max_examples=40)
@given(days_and_agendas(), st.data())
def test_a_free_time_that_is_taken_is_gone_and_back_when_it_is_given_up(
    drawn: tuple[date, AgendaTime, int], draws: st.DataObject
) -> None:
    day, agenda, minutes = drawn
    agenda = replace(agenda, stretches=[replace(one, seats=1) for one in agenda.stretches])
    before = slots(agenda, asking(minutes), [day])
    if not before:
        return
    chosen = draws.draw(st.sampled_from(before))
    starts, ends = seconds((chosen.starts_at, chosen.ends_at))
    held = Held.of_seconds([*agenda.held.froms, starts], [*agenda.held.tos, ends])
    after = slots(replace(agenda, held=held), asking(minutes), [day])
    assert chosen not in after
    gap = timedelta(minutes=max(one.gap_minutes for one in agenda.stretches))
    far = [one for one in before if one.ends_at + gap <= chosen.starts_at or one.starts_at >= chosen.ends_at + gap]
    assert set(far) <= set(after) | {chosen}
    assert slots(agenda, asking(minutes), [day]) == before


@settings(max_examples=40)
@given(days_around, st.data())
def test_some_days_are_asked_one_by_one_or_at_once_with_the_same_answer(day: date, draws: st.DataObject) -> None:
    week = [day + number * DAY for number in range(3)]
    agenda = an_agenda(*(draws.draw(stretch_on(one)) for one in week))
    at_once = slots(agenda, asking(), week)
    assert at_once == [one for single in week for one in slots(agenda, asking(), [single])]
    assert len({one.starts_at for one in at_once}) == len(at_once)
