"""The procedures that come with the program are sound, short enough to read, and keep the law."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.platform.language import say
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.drawing import draw
from domain.procedure.rules.soundness.problems import problems
from domain.procedure.rules.templates.default_procedure import default_procedure, minimal_procedure
from domain.procedure.seeds.legal_calendar import legal_terms, national_holidays
from domain.procedure.terms import Effect
from tests.support.rules.plain_language import faults

LAW = legal_terms()[date(2020, 7, 17)]


@pytest.mark.parametrize("definition", [default_procedure(), minimal_procedure()], ids=["default", "minimal"])
def test_the_procedures_that_come_with_the_program_are_sound(definition: ProcedureDefinition) -> None:
    assert [say(one.text, "it") for one in problems(definition, LAW) if one.is_blocking] == []
    assert len(draw(definition).boxes) == len(definition.states)
    for state in definition.states:
        assert state.told is not None
        assert faults(state.told.in_("it")) == [], state.key


def test_the_short_one_has_five_states_and_the_default_one_every_effect_of_the_law() -> None:
    assert len(minimal_procedure().states) == 5
    assert {one.effect for one in default_procedure().transitions} == set(Effect)


@given(st.integers(2001, 2098))
def test_twelve_holidays_a_year_and_one_more_from_2026(year: int) -> None:
    found = [one for word, one in national_holidays().items() if word != "sunday"]
    days = [date(year, 1, 1).replace(month=month, day=day) for month in range(1, 13) for day in range(1, 29)]
    days += [date(year, month, day) for month, last in ((1, 31), (12, 31)) for day in range(29, last + 1)]
    days += [date(year, 3, day) for day in (29, 30, 31)] + [date(year, 4, day) for day in (29, 30)]
    feasts = {day for day in days if any(one.is_on(day) for one in found)}
    both = {day for day in feasts if sum(one.is_on(day) for one in found) > 1}  # Easter Monday on 25 April: 2011, 2095
    assert len(feasts) + len(both) == (12 if year >= 2026 else 11)


@pytest.mark.parametrize(
    ("year", "monday"), [(2024, date(2024, 4, 1)), (2026, date(2026, 4, 6)), (2038, date(2038, 4, 26))]
)
def test_easter_monday_comes_when_it_comes(year: int, monday: date) -> None:
    easter_monday = national_holidays()["easter_monday"]
    assert [day for day in (date(year, m, d) for m in (3, 4) for d in range(1, 31)) if easter_monday.is_on(day)] == [
        monday
    ]
