"""Which certificate counts, until when it holds, how its number is written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.registry.rules.isee import (
    GENERAL_KINDS,
    in_force,
    kinds_that_count,
    last_day_of,
    problems_of,
    tidy_number,
    why_not,
)
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import IseeKind
from domain.registry.terms.isee import SetAside

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Certificate:
    """As little as the rules want."""

    kind: IseeKind
    stretch: Stretch
    declared_on: date | None
    known_from: datetime = NOON


CERTIFICATES = st.builds(
    lambda kind, first, days, declared: Certificate(kind, Stretch(first, first + timedelta(days=days)), declared),
    st.sampled_from(IseeKind),
    DAYS,
    st.integers(1, 400),
    st.none() | DAYS,
)


@given(st.lists(CERTIFICATES, max_size=8), DAYS)
def test_what_counts_holds_on_the_day_and_is_current_when_one_is(found: list[Certificate], day: date) -> None:
    chosen = in_force(found, day)
    holding = [one for one in found if one.kind in GENERAL_KINDS and one.stretch.has(day)]
    assert (chosen is None) == (not holding)
    if chosen is not None:
        assert chosen in holding
        assert chosen.kind is IseeKind.CURRENT or all(one.kind is not IseeKind.CURRENT for one in holding)


@given(st.permutations([Certificate(IseeKind.ORDINARY, Stretch(), date(2026, month, 1)) for month in range(1, 7)]))
def test_of_several_the_one_declared_last_counts_in_whatever_order_they_come(found: list[Certificate]) -> None:
    chosen = in_force(found, date(2026, 12, 1))
    assert chosen
    assert chosen.declared_on == date(2026, 6, 1)


@given(st.lists(CERTIFICATES, min_size=1, max_size=8), DAYS, st.none() | st.sampled_from(IseeKind))
def test_what_does_not_count_has_its_true_reason(found: list[Certificate], day: date, asked: IseeKind | None) -> None:
    kinds = kinds_that_count(asked)
    used = in_force(found, day, kinds)
    for one in found:
        if one is used:
            continue
        match why_not(one, used, day, kinds):
            case SetAside.OTHER_KIND:
                assert one.kind not in kinds
            case SetAside.NOT_THEN:
                assert not one.stretch.has(day)
            case SetAside.CURRENT_COUNTS:
                assert used is not None
                assert (used.kind, one.kind) == (IseeKind.CURRENT, IseeKind.ORDINARY)
            case _:
                assert used is not None
                assert one.kind is used.kind
                assert (one.declared_on or date.min) <= (used.declared_on or date.min)


def test_a_special_kind_counts_only_where_it_is_asked_for() -> None:
    minors = Certificate(IseeKind.MINORS, Stretch(), date(2026, 3, 1))
    assert in_force([minors], date(2026, 3, 2)) is None
    assert in_force([minors], date(2026, 3, 2), (IseeKind.MINORS,)) is minors


@given(st.sampled_from(IseeKind), DAYS)
def test_a_certificate_usually_holds_to_the_end_of_the_year_and_a_current_one_for_six_months(
    kind: IseeKind, declared: date
) -> None:
    last = last_day_of(kind, declared)
    assert last >= declared
    if kind is IseeKind.CURRENT:
        assert (last.year * 12 + last.month) - (declared.year * 12 + declared.month) == 6
    else:
        assert last == date(declared.year, 12, 31)


@pytest.mark.parametrize(
    "typed", ["INPS-ISEE-2026-12345678A-00", " inps-isee-2026-12345678a-00", "INPS-ISEE-2026- 12345678A-00"]
)
def test_the_number_of_a_declaration_may_be_typed_with_spaces_and_small_letters(typed: str) -> None:
    assert tidy_number(typed) == "INPS-ISEE-2026-12345678A-00"
    assert not problems_of(tidy_number(typed), None, date(2026, 3, 1), is_irregular=False, omissions="")


@pytest.mark.parametrize("typed", ["12345678A", "INPS-ISEE-26-12345678A-00", "INPS-ISEE-2026-1234567A-00"])
def test_a_number_of_another_shape_is_said_beside_its_field(typed: str) -> None:
    found = problems_of(tidy_number(typed), None, date(2026, 3, 1), is_irregular=False, omissions="")
    assert set(found) == {"dsu_number"}


def test_a_day_to_come_and_omissions_without_words_are_said_beside_their_fields() -> None:
    found = problems_of("", date(2026, 3, 2), date(2026, 3, 1), is_irregular=True, omissions=" ")
    assert set(found) == {"declared_on", "omissions"}
