"""Free times: none twice, none lost, none over another, each within its stretch, whatever the clock does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel.clock import ROME, midnight
from domain.scheduling.rules.slots import AgendaTime, Asked, Busy, Held, Slot, Someone, Span, slots
from domain.scheduling.rules.stretches import LATEST, Stretch, Weekly, overlapping
from domain.scheduling.rules.wall_time import DAY, closing_instant, instant_of, minute_of
from domain.scheduling.terms import Manner, Way

AGENDA, OTHER = UUID(int=1), UUID(int=2)
MONDAY = date(2027, 3, 1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SPRING, AUTUMN, LEAP = date(2027, 3, 28), date(2027, 10, 31), date(2028, 2, 29)


def asking(minutes: int = 30, **more: object) -> Asked:
    """Somebody who may come whenever, in person."""
    usual = Asked(minutes, (Manner.IN_PERSON,), Way.ONLINE, LONG_AGO, LONG_AGO, LATEST)
    return replace(usual, **more)  # pyright: ignore[reportArgumentType]


def an_agenda(*stretches: Stretch, held: Sequence[Span] = (), closed: Sequence[Span] = ()) -> AgendaTime:
    """An agenda with these stretches."""
    return AgendaTime(AGENDA, stretches, Busy(closed), Held(held))


def seconds(span: Sequence[datetime]) -> tuple[int, int]:
    """From when to when, in seconds."""
    return int(span[0].timestamp()), int(span[1].timestamp())


def shown(found: Sequence[Slot]) -> list[str]:
    """What a clock in Rome shows when they begin."""
    return [f"{one.starts_at.astimezone(ROME):%H:%M}" for one in found]


def span(day: date, opens: str, closes: str) -> Span:
    """From hour to hour on the wall."""
    return Span(*(datetime.combine(day, time.fromisoformat(one), ROME).astimezone(UTC) for one in (opens, closes)))


days_around = st.one_of(
    st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    st.sampled_from([SPRING, AUTUMN, LEAP, date(2027, 1, 1), date(2027, 12, 31)]).flatmap(
        lambda day: st.integers(-2, 1).map(lambda number: day + number * DAY)
    ),
)


@st.composite
def stretch_on(draw: st.DrawFn, day: date) -> Stretch:
    """A stretch that is on ``day``, of the week or of that day alone."""
    opens = draw(st.integers(0, 24 * 60 - 2))
    closes = min(24 * 60 - 1, opens + draw(st.integers(1, 360)))
    every = draw(st.integers(1, 8))
    weekly = Weekly(day.weekday(), day - timedelta(weeks=every * 3), None, every)
    return Stretch(
        when=draw(st.sampled_from([day, weekly])),
        opening_time=time(opens // 60, opens % 60),
        closing_time=time(closes // 60, closes % 60),
        step_minutes=draw(st.integers(15, 120)),
        gap_minutes=draw(st.sampled_from([0, 0, 15, 40])),
        seats=draw(st.integers(1, 3)),
    )


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


@given(days_around, st.integers(0, 24 * 60 - 1))
def test_an_hour_on_the_wall_is_one_instant_or_none(day: date, minute: int) -> None:
    found = instant_of(day, minute)
    if found is None:
        assert day.month == 3, "only in spring the clock leaps"
        return
    wall = found.astimezone(ROME)
    assert (wall.date(), minute_of(wall.time()), wall.fold) == (day, minute, 0)


def test_in_the_night_of_spring_the_missing_hour_is_not_offered() -> None:
    night = Stretch(SPRING, time(1), time(4))
    found = slots(an_agenda(night), asking(), [SPRING])
    assert shown(found) == ["01:00", "01:30", "03:00", "03:30"]
    assert found[1].ends_at == found[2].starts_at
    assert shown(slots(an_agenda(replace(night, closing_time=time(2, 30))), asking(), [SPRING])) == ["01:00", "01:30"]


def test_in_the_night_of_autumn_the_doubled_hour_is_offered_once() -> None:
    night = Stretch(AUTUMN, time(1), time(4))
    found = slots(an_agenda(night), asking(), [AUTUMN])
    assert shown(found) == ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]
    assert found[4].starts_at - found[3].ends_at == timedelta(hours=1)


def test_the_last_minute_before_midnight_belongs_to_its_day() -> None:
    late = Stretch(MONDAY, time(22, 29), time(23, 59))
    assert shown(slots(an_agenda(late), asking(), [MONDAY])) == ["22:29", "22:59", "23:29"]
    assert slots(an_agenda(late), asking(), [MONDAY + DAY]) == []


def test_the_leap_day_is_a_tuesday_like_others() -> None:
    tuesdays = Stretch(Weekly(1, date(2028, 2, 15), None, 2), time(9), time(10))
    days = [date(2028, 2, 15) + number * DAY for number in range(29)]
    assert {one.starts_at.astimezone(ROME).date() for one in slots(an_agenda(tuesdays), asking(), days)} == {
        date(2028, 2, 15),
        LEAP,
        date(2028, 3, 14),
    }


def test_the_patron_saint_closes_the_week_but_not_what_is_opened_on_purpose() -> None:
    week = Stretch(Weekly(0, MONDAY), time(9), time(10))
    agenda = replace(an_agenda(week), days_off=frozenset([MONDAY]))
    assert slots(agenda, asking(), [MONDAY]) == []
    extra = Stretch(MONDAY, time(15), time(16))
    assert shown(slots(replace(agenda, stretches=[week, extra]), asking(), [MONDAY])) == ["15:00", "15:30"]


def test_an_appointment_outside_a_changed_week_stays_and_blocks_what_it_overlaps() -> None:
    before = span(MONDAY, "09:15", "09:45")
    changed = Stretch(Weekly(0, MONDAY), time(9, 30), time(11))
    assert shown(slots(an_agenda(changed, held=[before]), asking(), [MONDAY])) == ["10:00", "10:30"]


def test_people_received_together_begin_together() -> None:
    group = Stretch(Weekly(0, MONDAY), time(9), time(11), step_minutes=60, seats=3)
    held = [span(MONDAY, "09:00", "10:00")] * 2 + [span(MONDAY, "10:00", "11:00")] * 3
    found = slots(an_agenda(group, held=held), asking(60), [MONDAY])
    assert [(shown([one])[0], one.seats_left) for one in found] == [("09:00", 1)]


def test_a_long_need_takes_several_places_and_fits_between_short_ones() -> None:
    morning = Stretch(Weekly(0, MONDAY), time(9), time(12))
    assert shown(slots(an_agenda(morning), asking(60), [MONDAY])) == ["09:00", "10:00", "11:00"]
    held = [span(MONDAY, "09:00", "09:30"), span(MONDAY, "10:30", "11:00")]
    assert shown(slots(an_agenda(morning, held=held), asking(60), [MONDAY])) == ["09:30", "11:00"]


def test_after_a_visit_there_is_time_to_travel() -> None:
    visits = Stretch(Weekly(0, MONDAY), time(9), time(13), step_minutes=60, gap_minutes=30)
    assert shown(slots(an_agenda(visits), asking(60), [MONDAY])) == ["09:00", "10:30", "12:00"]
    moved = [span(MONDAY, "10:00", "10:20")]
    assert shown(slots(an_agenda(visits, held=moved), asking(60), [MONDAY])) == ["12:00"]


def test_places_kept_for_urgent_cases_are_released_when_little_time_is_left() -> None:
    kept = Stretch(Weekly(0, MONDAY), time(9), time(11), ways=frozenset([Way.URGENT]), released_hours=24)
    agenda = an_agenda(kept)
    day_before = datetime(2027, 2, 28, 10, tzinfo=ROME)
    assert shown(slots(agenda, asking(now=day_before), [MONDAY])) == ["09:00", "09:30"]
    assert shown(slots(agenda, asking(now=day_before, way=Way.URGENT), [MONDAY])) == [
        "09:00",
        "09:30",
        "10:00",
        "10:30",
    ]
    assert slots(an_agenda(replace(kept, released_hours=None)), asking(now=day_before), [MONDAY]) == []


def test_a_shared_interpreter_serves_one_agenda_at_a_time() -> None:
    morning = Stretch(Weekly(0, MONDAY), time(9), time(10, 30))
    busy = Someone(Busy([span(MONDAY, "10:00", "10:15")]), [(OTHER, *seconds(span(MONDAY, "09:00", "09:20")))])
    agenda = replace(an_agenda(morning), interpreters=[busy])
    assert shown(slots(agenda, asking(), [MONDAY])) == ["09:30"]
    same = Someone(Busy([]), [(AGENDA, *seconds(span(MONDAY, "09:00", "09:30")))])
    assert same.is_free(AGENDA, *seconds(span(MONDAY, "09:00", "09:30")))
    assert not same.is_free(AGENDA, *seconds(span(MONDAY, "09:15", "09:45")))


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Weekly(0, MONDAY, None, 2), True),
        (Weekly(0, MONDAY + 7 * DAY, None, 2), False),
        (Weekly(0, MONDAY + 7 * DAY, None, 3), True),
        (Weekly(1, MONDAY), False),
        (Weekly(0, date(2026, 1, 5), MONDAY), False),
    ],
)
def test_stretches_overlap_only_where_they_share_a_day(other: Weekly, meets: bool) -> None:
    one = Stretch(Weekly(0, MONDAY, None, 2), time(9), time(12))
    found = overlapping([one, Stretch(other, time(11), time(13)), Stretch(other, time(13), time(14))])
    assert found == ((1,) if meets else ())
