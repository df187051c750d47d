"""Pure rules: what differs, and when two spellings are one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as property_of
from hypothesis import strategies as st

from domain.registry.rules.civil.births import birthplace_in
from domain.registry.rules.civil.differences import Held, HeldMember, findings, needs_reason, told_members
from domain.registry.rules.civil.record import CivilAddress, CivilMember, CivilRecord
from domain.registry.rules.civil.wording import (
    in_ordinary_letters,
    is_same_name,
    is_same_street,
    place_in_ordinary_letters,
)
from domain.registry.seeds.codes import invented_codice_fiscale
from domain.registry.terms import FactSource, Kinship
from domain.registry.terms.civil import DifferenceKind

calmly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORD = st.sampled_from(["Rosa", "Traoré", "D'Angelo", "El Amrani", "Müller", "Łukasz", "محمد", "Maria Rosa"])
DAY = st.none() | st.dates(date(1930, 1, 1), date(2026, 1, 1))
STREET = st.sampled_from(["Via Cavour 31, interno 6", "Podere Balestra", "Piazza della Pieve 1", ""])
ADDRESS = st.builds(CivilAddress, STREET, st.sampled_from(["00001", ""]), WORD, DAY)
RECORD = st.builds(
    CivilRecord,
    given_name=WORD | st.just(""),
    family_name=WORD,
    sex=st.sampled_from(["F", "M", ""]),
    born_on=DAY,
    died_on=DAY,
    residence=st.none() | ADDRESS,
)
KINSHIP = st.sampled_from([one for one in Kinship if one is not Kinship.REFERENCE])


@st.composite
def households(draw: st.DrawFn) -> list[CivilMember]:
    """A head and some others, all with a code of their own."""
    ties = [Kinship.REFERENCE, *draw(st.lists(KINSHIP, max_size=4))]
    codes = [invented_codice_fiscale("Prova", f"B{letter}", date(1980, 1, 1), "F") for letter in "acdefg"]
    return [CivilMember(CivilRecord(codice_fiscale=code), tie) for code, tie in zip(codes, ties, strict=False)]


def held_as(told: CivilRecord, household: list[CivilMember]) -> Held:
    """What we hold once everything the registry says is taken over."""
    return Held(
        given_name=told.given_name,
        family_name=told.family_name,
        sex=told.sex,
        born_on=told.born_on,
        died_on=told.died_on,
        residence=told.residence.value if told.residence else None,
        household=[HeldMember(one.record.codice_fiscale, "", one.kinship or Kinship.NOT_RELATED) for one in household],
    )


@calmly
@property_of(RECORD, households())
def test_who_holds_what_the_registry_says_finds_nothing(told: CivilRecord, household: list[CivilMember]) -> None:
    assert findings(held_as(told, household), told, household) == []


@calmly
@property_of(RECORD, households())
def test_capitals_make_no_difference(told: CivilRecord, household: list[CivilMember]) -> None:
    loud = replace(told, given_name=told.given_name.upper(), family_name=told.family_name.upper())
    assert findings(held_as(told, household), loud, household) == []


@calmly
@property_of(RECORD, RECORD, households(), households())
def test_every_finding_shows_two_sides_that_differ_once(
    told: CivilRecord, ours: CivilRecord, household: list[CivilMember], our_household: list[CivilMember]
) -> None:
    found = findings(held_as(ours, our_household), told, household)
    assert len({(one.kind, one.name) for one in found}) == len(found)
    assert all(one.held != one.told for one in found)
    assert [one.kind for one in found] == sorted((one.kind for one in found), key=list(DifferenceKind).index)


@calmly
@property_of(RECORD)
def test_what_the_registry_does_not_say_is_no_difference(ours: CivilRecord) -> None:
    assert findings(held_as(ours, []), CivilRecord()) == []


@calmly
@property_of(RECORD, RECORD)
def test_taking_everything_over_leaves_nothing(told: CivilRecord, ours: CivilRecord) -> None:
    held = held_as(ours, [])
    for one in findings(held, told):
        if one.kind is DifferenceKind.RESIDENCE:
            held = replace(held, residence=one.told)
        else:
            held = replace(held, **{name: _as_held(value) for name, value in one.told.items()})
    assert findings(held, told) == []


def _as_held(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


@calmly
@property_of(households())
def test_the_dead_and_those_without_a_code_are_in_no_household(household: list[CivilMember]) -> None:
    gone = CivilMember(CivilRecord(codice_fiscale="X", died_on=date(2026, 1, 1)), Kinship.PARENT)
    nameless = CivilMember(CivilRecord(), Kinship.CHILD)
    assert told_members([*household, gone, nameless]) == told_members(household)


def test_a_kinship_that_the_registry_does_not_say_stays_as_we_hold_it() -> None:
    head, child = CivilRecord(codice_fiscale="A"), CivilRecord(codice_fiscale="B")
    held = Held(household=[HeldMember("A", "", Kinship.REFERENCE), HeldMember("B", "", Kinship.GRANDCHILD)])
    told = [CivilMember(head, Kinship.REFERENCE), CivilMember(child, None)]
    assert findings(held, CivilRecord(), told) == []


def test_who_lives_alone_is_in_no_household_on_either_side() -> None:
    told = [CivilMember(CivilRecord(codice_fiscale="A"), Kinship.REFERENCE)]
    assert findings(Held(), CivilRecord(), told) == []
    lived_together = Held(household=[HeldMember("A", "", Kinship.REFERENCE), HeldMember("B", "", Kinship.CHILD)])
    assert len(findings(lived_together, CivilRecord(), told)) == 1


def test_a_family_without_its_head_is_no_difference() -> None:
    told = [CivilMember(CivilRecord(codice_fiscale="B"), Kinship.CHILD)]
    assert findings(Held(), CivilRecord(), told) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Traoré", "TRAORE'"), ("D'Angelo", "D ANGELO"), ("El Amrani", "EL  AMRANI"), ("De Luca", "DELUCA")],
)
def test_names_written_in_two_ways_are_one(one: str, other: str) -> None:
    assert is_same_name(one, other)


def test_other_names_are_other() -> None:
    assert not is_same_name("Rosa", "Rossa")
    assert not is_same_name("محمد", "أحمد")


def test_streets_written_in_two_ways_are_one() -> None:
    assert is_same_street("Via Cavour 31, interno 6", "VIA CAVOUR N. 31 INT 6")
    assert not is_same_street("Via Cavour 31", "Via Cavour 3")


def test_capitals_become_ordinary_letters() -> None:
    assert in_ordinary_letters("MARIA ROSA D'ANGELO") == "Maria Rosa D'Angelo"
    assert in_ordinary_letters("McDonald") == "McDonald"
    assert place_in_ordinary_letters("VIA DEI TIGLI 4") == "Via dei Tigli 4"
    assert place_in_ordinary_letters("MONTEFIORE AL LAGO") == "Montefiore al Lago"
    assert place_in_ordinary_letters("VIA DELL'ORTO 4") == "Via dell'Orto 4"


@pytest.mark.parametrize(
    ("kind", "is_protected", "source", "expected"),
    [
        (DifferenceKind.RESIDENCE, True, FactSource.PERSON, True),
        (DifferenceKind.HOUSEHOLD, True, None, True),
        (DifferenceKind.DEATH, True, None, False),
        (DifferenceKind.RESIDENCE, False, FactSource.PERSON, False),
        (DifferenceKind.IDENTITY, False, FactSource.DOCUMENT, True),
        (DifferenceKind.IDENTITY, False, FactSource.COURT, True),
    ],
)
def test_what_is_protected_or_seen_on_paper_asks_for_a_reason(
    kind: DifferenceKind, is_protected: bool, source: FactSource | None, expected: bool
) -> None:
    assert needs_reason(kind, is_protected=is_protected, source=source) is expected


def test_the_birthplace_is_read_from_the_code_also_with_letters_for_digits() -> None:
    assert birthplace_in("RSSMRA80A01H501U") == "H501"
    assert birthplace_in("RSSMRA80A01HRLMU") == "H501"
    assert birthplace_in("12345678901") is None
