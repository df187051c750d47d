"""The one mechanism behind everything dated: nothing overlaps, nothing believed before is lost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.postgresql import Range

from domain.registry.rules.timelines import Stretch, range_of, rewriting, stretch_of, until_next

FIRST = date(2020, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
day = st.sampled_from(DAYS)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    starts_on = draw(st.none() | day)
    ends_before = draw(st.none() | day.filter(lambda one: starts_on is None or one > starts_on))
    return Stretch(starts_on, ends_before)


def held(believed: list[tuple[str, Stretch]]) -> dict[date, list[str]]:
    return {one: [what for what, stretch in believed if stretch.has(one)] for one in DAYS}


def write(believed: list[tuple[str, Stretch]], what: str, about: Stretch) -> list[tuple[str, Stretch]]:
    change = rewriting([((what, stretch), stretch) for what, stretch in believed], about)
    kept = [one for one in believed if one not in change.ended]
    return [*kept, *((one[0], piece) for one, piece in change.kept), (what, about)]


@given(st.lists(stretches(), max_size=8))
def test_every_day_shows_what_was_written_last_about_it(written: list[Stretch]) -> None:
    believed: list[tuple[str, Stretch]] = []
    expected: dict[date, list[str]] = {one: [] for one in DAYS}
    for number, about in enumerate(written):
        believed = write(believed, str(number), about)
        expected |= {one: [str(number)] for one in DAYS if about.has(one)}
        assert held(believed) == expected


@given(st.lists(stretches(), max_size=8))
def test_no_two_pieces_ever_meet(written: list[Stretch]) -> None:
    believed: list[tuple[str, Stretch]] = []
    for number, about in enumerate(written):
        believed = write(believed, str(number), about)
    pieces = [stretch for _what, stretch in believed]
    assert not any(one.is_empty for one in pieces)
    assert not any(one.meets(other) for place, one in enumerate(pieces) for other in pieces[place + 1 :])


@given(stretches(), stretches())
def test_what_remains_of_a_stretch_and_what_is_taken_away_are_the_whole(one: Stretch, other: Stretch) -> None:
    remains = one.without(other)
    for found in DAYS:
        assert any(piece.has(found) for piece in remains) == (one.has(found) and not other.has(found))
    assert other.covers(one) == (not remains)


@given(stretches())
def test_a_stretch_is_the_same_after_postgresql_has_kept_it(stretch: Stretch) -> None:
    assert stretch_of(range_of(stretch)) == stretch


def test_ranges_with_other_bounds_are_the_same_days() -> None:
    assert stretch_of(Range(FIRST, DAYS[3], bounds="[]")) == Stretch(FIRST, DAYS[4])
    assert stretch_of(Range(FIRST, DAYS[3], bounds="(]")) == Stretch(DAYS[1], DAYS[4])


def test_a_move_of_long_ago_holds_until_the_next_one_that_is_known() -> None:
    moves = [Stretch(DAYS[5]), Stretch(None, DAYS[5])]
    assert until_next(DAYS[2], moves) == Stretch(DAYS[2], DAYS[5])
    assert until_next(DAYS[5], moves) == Stretch(DAYS[5])
    assert until_next(None, moves) == Stretch(None, DAYS[5])
