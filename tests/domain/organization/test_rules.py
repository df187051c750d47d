"""Opening hours and languages: what overlaps, how a week is told."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.languages import BY_CODE
from domain.organization.rules.ente_languages import languages_with_source
from domain.organization.rules.opening_hours import Stretch, backward, overlapping, week

HOURS = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
DAY = range(7)


def _stretch(weekday: int, hours: tuple[time, time]) -> Stretch:
    return Stretch(weekday, min(hours), max(hours))


STRETCHES = st.builds(_stretch, st.sampled_from(DAY), st.tuples(HOURS, HOURS).filter(lambda pair: pair[0] != pair[1]))


def _minutes(stretch: Stretch) -> set[int]:
    start, end = (moment.hour * 60 + moment.minute for moment in (stretch.opening_time, stretch.closing_time))
    return {stretch.weekday * 1440 + minute for minute in range(start, end)}


@given(STRETCHES, STRETCHES)
def test_two_stretches_overlap_when_they_share_a_minute(one: Stretch, other: Stretch) -> None:
    assert one.overlaps(other) == bool(_minutes(one) & _minutes(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(STRETCHES, max_size=12))
def test_without_the_overlapping_ones_nothing_overlaps(stretches: list[Stretch]) -> None:
    refused = overlapping(stretches)
    kept = [stretch for index, stretch in enumerate(stretches) if index not in refused]
    assert (overlapping(kept) == ()) or refused
    assert bool(refused) == (sum(len(_minutes(s)) for s in stretches) > len(set().union(*map(_minutes, stretches))))


@given(st.lists(STRETCHES, max_size=20, unique=True))
def test_the_week_told_in_lines_is_the_same_week(stretches: list[Stretch]) -> None:
    told = [
        Stretch(weekday, opening_time, closing_time)
        for line in week(stretches)
        for weekday in line.weekdays
        for opening_time, closing_time in line.stretches
    ]
    assert sorted(told) == sorted(stretches)
    hours = [line.stretches for line in week(stretches)]
    assert len(set(hours)) == len(hours)


def test_a_stretch_that_closes_before_it_opens_is_found() -> None:
    assert backward([Stretch(0, time(9), time(12)), Stretch(1, time(12), time(9)), Stretch(2, time(9), time(9))]) == (
        1,
        2,
    )


@given(st.lists(st.sampled_from([*BY_CODE, "xx", ""])))
def test_italian_always_comes_first_and_unknown_languages_never(chosen: list[str]) -> None:
    kept = languages_with_source(chosen)
    assert kept[0] == "it"
    assert set(kept) == {"it", *chosen} & set(BY_CODE)
    assert len(set(kept)) == len(kept)
