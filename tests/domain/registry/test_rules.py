"""Ages, tenures, households and invented codes."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.postgresql import Range

from domain.kernel.codice_fiscale import born_on, check
from domain.registry.rules.ages import age_on, comes_of_age_on, last_day_as_minor
from domain.registry.rules.households import is_whole
from domain.registry.rules.tenures import left_on
from domain.registry.seeds.codes import invented_codice_fiscale
from domain.registry.terms import Kinship

DAYS = st.dates(date(1930, 1, 1), date(2026, 12, 31))


@given(DAYS)
def test_one_is_a_minor_up_to_the_last_day_as_one(born: date) -> None:
    assert age_on(born, last_day_as_minor(born)) == 17
    assert age_on(born, comes_of_age_on(born)) == 18


@given(DAYS, st.integers(0, 40_000))
def test_nobody_grows_younger(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    assert age_on(born, day) <= age_on(born, day + timedelta(days=1)) <= age_on(born, day) + 1


@given(DAYS, DAYS)
def test_what_is_left_ends_before_the_new_one_begins(start: date, day: date) -> None:
    left = left_on(Range(start, None), day)
    assert (left is None) == (start >= day)
    assert left is None or (left.lower, left.upper) == (start, day)


@given(st.lists(st.sampled_from(Kinship), min_size=1, max_size=6))
def test_a_household_has_one_reference_person(kinships: list[Kinship]) -> None:
    members = [(UUID(int=number), kinship) for number, kinship in enumerate(kinships)]
    assert is_whole(members) == (kinships.count(Kinship.REFERENCE) == 1)
    assert not is_whole([*members, members[0]])


NAMES = st.text("ABCDEFGHILMNOPQRSTUVZàèì' -", min_size=1, max_size=20)


@given(NAMES, NAMES, DAYS, st.sampled_from(["F", "M"]))
def test_an_invented_code_has_the_form_of_a_real_one(family: str, given_name: str, born: date, sex: str) -> None:
    code = invented_codice_fiscale(family, given_name, born, sex)  # pyright: ignore[reportArgumentType]
    assert check(code) == code
    assert code[11:15] == "Z999"
    told = born_on(code, date(2026, 11, 22))
    assert told is not None
    assert (told.month, told.day, told.year % 100) == (born.month, born.day, born.year % 100)
