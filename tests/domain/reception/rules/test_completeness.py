"""What a contact lacks: for any answers, and for those the law of the desk looks at."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.reception.rules.completeness import FIELDS, OF_THE_PERSON, Contact, is_minor, missing
from domain.reception.terms.desks import ALWAYS_REQUIRED, Requirement

TODAY = date(2026, 11, 28)
KNOWN: dict[str, Any] = {
    "family_name": "Bellandi",
    "alias": "Rosa",
    "codice_fiscale": "XXXXXX00X00X000X",
    "sex": "F",
    "born_on": date(1941, 3, 8),
    "birthplace": "Z999",
    "civil_status": "3",
    "citizenship": "IT",
    "phone": "010",
    "street": "Via Lunga 1",
}


def whole(**facts: Any) -> Contact:
    """A contact in which nothing is missing, whatever the office asks for."""
    given_facts: dict[str, Any] = {
        "contact_on": TODAY,
        "is_anonymous": False,
        "known": KNOWN,
        "channel": "PERSONA",
        "reasons": ("SPONTANEO",),
        "outcome": "information",
        "needs": 1,
        "requests": 1,
        "has_foreign_section": True,
        "is_notice_taken": True,
        "required": frozenset(Requirement),
    }
    return Contact(**given_facts | facts)


def test_a_whole_contact_lacks_nothing() -> None:
    assert missing(whole(), TODAY) == {}


@given(st.sets(st.sampled_from(Requirement)), st.sets(st.sampled_from(sorted(KNOWN))))
def test_only_what_the_office_asks_for_is_missed(required: set[Requirement], unknown: set[str]) -> None:
    known = {key: value for key, value in KNOWN.items() if key not in unknown}
    found = missing(whole(required=frozenset(required), known=known), TODAY)
    assert set(found) <= {FIELDS[one] for one in {*required, *ALWAYS_REQUIRED}}


@given(st.sets(st.sampled_from(Requirement)))
def test_nothing_of_the_person_is_asked_of_who_stays_anonymous_but_an_alias(required: set[Requirement]) -> None:
    contact = whole(is_anonymous=True, known={"alias": "Stella"}, required=frozenset(required), is_notice_taken=False)
    assert missing(contact, TODAY) == {}
    nameless = whole(is_anonymous=True, known={}, required=frozenset(OF_THE_PERSON))
    assert set(missing(nameless, TODAY)) == {"family_name"}


@given(st.dates(date(1920, 1, 1), TODAY), st.integers(0, 2))
def test_a_minor_needs_a_need_and_an_adult_none(born_on: date, needs: int) -> None:
    contact = whole(known=KNOWN | {"born_on": born_on}, needs=needs, required=frozenset())
    assert ("needs.0.code" in missing(contact, TODAY)) is (is_minor(born_on, TODAY) and needs == 0)


def test_somebody_is_of_age_on_the_eighteenth_birthday() -> None:
    assert is_minor(date(2008, 11, 29), TODAY)
    assert not is_minor(date(2008, 11, 28), TODAY)
    assert is_minor(date(2008, 2, 29), date(2026, 2, 28))


@given(st.integers(-400, 400))
def test_a_contact_may_be_of_today_or_before(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert ("contact_on" in missing(whole(contact_on=day), TODAY)) is (days > 0)


def test_an_organisation_says_which_office() -> None:
    assert "interlocutor_office" in missing(whole(interlocutor="ORGANIZZAZIONE"), TODAY)
    assert missing(whole(interlocutor="ORGANIZZAZIONE", interlocutor_office="Caritas"), TODAY) == {}


def test_the_foreign_section_is_for_who_is_not_italian() -> None:
    required = frozenset({Requirement.FOREIGN_SECTION})
    for country, is_missed in (("IT", False), ("MA", True)):
        contact = whole(known=KNOWN | {"citizenship": country}, has_foreign_section=False, required=required)
        assert ("foreign.status" in missing(contact, TODAY)) is is_missed
