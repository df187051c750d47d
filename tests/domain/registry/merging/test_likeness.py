"""How alike two records are: the same whichever comes first, never beyond its bounds, and what people expect."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.registry.rules.duplicate_reasons import DuplicateReason as Reason
from domain.registry.rules.duplicates import (
    CERTAIN,
    DIFFERENT_PEOPLE,
    WORTH_A_LOOK,
    WORTH_A_WORD,
    RecordFacts,
    are_different,
    fold,
    likeness,
    omocodie,
    reliability,
)
from tests.support.personas import DAVIDE, FATIMA, ROSA, Persona

PROVISIONAL = "90000000019"
NAMES = st.text(alphabet="abcdeèòñ' ", max_size=7)
SIGNS = st.frozensets(st.sampled_from(["333111222", "casa@prova.example", "via lunga 1"]), max_size=2)
RECORDS = st.builds(
    RecordFacts,
    given_name=NAMES,
    family_name=NAMES,
    alias=NAMES,
    codice_fiscale=st.sampled_from([None, ROSA.codice_fiscale, DAVIDE.codice_fiscale, PROVISIONAL]),
    born_on=st.none() | st.sampled_from([ROSA.born_on, DAVIDE.born_on]),
    contacts=SIGNS,
    addresses=SIGNS,
    households=SIGNS,
)


def of(persona: Persona, **changes: object) -> RecordFacts:
    facts = RecordFacts(persona.given_name, persona.family_name, "", persona.codice_fiscale, persona.born_on)
    return replace(facts, **changes)  # pyright: ignore[reportArgumentType]


@given(RECORDS, RECORDS)
def test_it_does_not_matter_which_record_comes_first(one: RecordFacts, other: RecordFacts) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(RECORDS, RECORDS)
def test_a_score_has_bounds_and_reasons(one: RecordFacts, other: RecordFacts) -> None:
    found = likeness(one, other)
    assert 0 <= found.score <= CERTAIN
    assert (found.score > 0) == bool(found.reasons)
    if are_different(one.codice_fiscale, other.codice_fiscale):
        assert found.score <= DIFFERENT_PEOPLE


@given(RECORDS, RECORDS)
def test_something_more_in_common_never_makes_two_records_less_alike(one: RecordFacts, other: RecordFacts) -> None:
    more = replace(one, contacts=one.contacts | {"x"}), replace(other, contacts=other.contacts | {"x"})
    assert likeness(*more).score >= likeness(one, other).score


@given(RECORDS)
def test_a_record_with_a_name_is_most_alike_to_itself(one: RecordFacts) -> None:
    if fold(one.given_name) and fold(one.family_name) and one.born_on and one.codice_fiscale:
        assert likeness(one, one).score == CERTAIN


@pytest.mark.parametrize(
    ("changes", "reason", "at_least"),
    [
        ({"codice_fiscale": None}, Reason.SAME_NAME_AND_BIRTH, 85),
        ({"codice_fiscale": PROVISIONAL}, Reason.PROVISIONAL_CODE, 85),
        ({"codice_fiscale": None, "given_name": "Bellandi", "family_name": "Maria Rosa"}, Reason.SWAPPED_NAMES, 80),
        ({"codice_fiscale": None, "family_name": "BELANDI"}, Reason.SIMILAR_NAME_AND_BIRTH, WORTH_A_LOOK),
        ({"codice_fiscale": None, "family_name": "Béllàndi"}, Reason.SAME_NAME_AND_BIRTH, 85),
        ({"codice_fiscale": None, "born_on": None}, Reason.SIMILAR_NAME, WORTH_A_WORD),
    ],
)
def test_what_an_operator_would_call_the_same_person(changes: dict[str, object], reason: Reason, at_least: int) -> None:
    found = likeness(of(ROSA), of(ROSA, **changes))
    assert reason in found.reasons
    assert found.score >= at_least


def test_a_similar_name_and_the_same_telephone_are_worth_a_word() -> None:
    one = of(ROSA, codice_fiscale=None, born_on=None, contacts=frozenset({"333111222"}))
    other = of(ROSA, codice_fiscale=None, family_name="Bellando", contacts=frozenset({"333111222"}))
    assert likeness(one, other).score >= WORTH_A_WORD
    assert Reason.SAME_PHONE in likeness(one, other).reasons


def test_a_telephone_alone_never_makes_two_people_one() -> None:
    """Couples share it, and children have their parents'."""
    shared = frozenset({"333111222"})
    assert likeness(of(ROSA, contacts=shared), of(FATIMA, contacts=shared)).score == 0


def test_twins_in_one_household_are_two_people() -> None:
    home = {"households": frozenset({"h"}), "addresses": frozenset({"a"}), "codice_fiscale": None}
    named = of(DAVIDE, given_name="Luca", **home)
    marta = of(DAVIDE, given_name="Marta", **home)
    assert likeness(named, marta).score < WORTH_A_WORD


def test_two_different_codes_with_one_name_and_birthday_are_not_listed() -> None:
    other = of(ROSA, codice_fiscale=DAVIDE.codice_fiscale)
    assert likeness(of(ROSA), other).score <= DIFFERENT_PEOPLE
    assert Reason.OTHER_CODE in likeness(of(ROSA), other).reasons


def test_the_same_code_with_another_birthday_says_so() -> None:
    other = of(ROSA, born_on=ROSA.born_on + timedelta(days=1))
    assert likeness(of(ROSA), other).reasons == (Reason.SAME_CODE, Reason.OTHER_BIRTH)


@given(st.sampled_from([ROSA, DAVIDE, FATIMA]), st.integers(0, 127), st.integers(0, 127))
def test_every_form_of_a_code_is_one_person(persona: Persona, here: int, there: int) -> None:
    forms = omocodie(persona.codice_fiscale)
    assert len(set(forms)) == 128
    assert persona.codice_fiscale in forms
    one, other = of(persona, codice_fiscale=forms[here]), of(persona, codice_fiscale=forms[there])
    assert likeness(one, other).score >= CERTAIN - 2
    assert not are_different(forms[here], forms[there])


def test_a_definitive_code_is_trusted_more_than_a_provisional_one_and_that_more_than_none() -> None:
    order = [
        reliability(None, is_doubtful=False),
        reliability(PROVISIONAL, is_doubtful=False),
        reliability(ROSA.codice_fiscale, is_doubtful=True),
        reliability(ROSA.codice_fiscale, is_doubtful=False),
    ]
    assert order == sorted(set(order))
    assert ROSA.born_on < date(2000, 1, 1)
