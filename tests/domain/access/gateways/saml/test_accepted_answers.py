"""Right answers, in every form the rules allow."""

import logging
from datetime import date, timedelta

import pytest

from domain.access.gateways.identities import Level
from domain.access.gateways.saml.parties import Comparison
from domain.access.gateways.saml.xml_safety import Node, etree
from domain.access.terms import Way
from tests.domain.access.gateways.saml.answering import (
    NOW,
    PROVIDER,
    RIGHT,
    US,
    Case,
    asked_of,
    check,
    made,
    sentences,
)
from tests.support.saml.keys import pair
from tests.support.saml.messages import SAML, answer_to
from tests.support.saml.provider import AnsweringProvider

TO_THE_MILLISECOND = "2026-11-22T09:00:00.123Z"


def _promise_single_use(root: Node) -> None:
    etree.SubElement(root.find(f".//{SAML}Conditions"), f"{SAML}OneTimeUse")


def _comment(root: Node) -> None:
    root.find(f".//{SAML}Subject").append(etree.Comment("between elements"))


def _add_locality(root: Node) -> None:
    root.find(f".//{SAML}AuthnStatement").insert(0, etree.Element(f"{SAML}SubjectLocality", Address="192.0.2.1"))


def test_tells_who_signed_in_and_how_strongly() -> None:
    answer = check(made(RIGHT))
    identity = answer.identity
    assert (identity.given_name, identity.family_name, identity.born_on) == ("Maria", "Rossi", date(1980, 1, 1))
    assert identity.codice_fiscale == identity.subject == "RSSMRA80A41H501Y"
    assert (identity.sex, identity.birthplace_code, identity.email) == ("F", "H501", "maria.rossi@example.it")
    assert (identity.way, identity.issuer, identity.level) == (Way.SPID, PROVIDER.entity_id, Level.TWO)


def test_keeps_what_logout_and_the_register_need() -> None:
    answer = check(made(RIGHT))
    session = answer.identity.session
    assert (session.name_id, session.name_qualifier, session.session_index) == (
        "_somebody",
        PROVIDER.entity_id,
        "_session",
    )
    facts = answer.facts
    assert (facts.response_id, facts.assertion_id, facts.in_response_to) == ("_response", "_assertion", "_request")
    assert (facts.issuer, facts.subject, facts.name_qualifier) == (PROVIDER.entity_id, "_somebody", PROVIDER.entity_id)
    assert facts.response_instant == "2026-11-22T09:00:00Z"
    assert answer.expires_at == NOW + timedelta(minutes=5, seconds=60)


def test_shows_nothing_of_the_person_when_printed() -> None:
    shown = repr(check(made(RIGHT)))
    assert not [personal for personal in ("RSSMRA", "Maria", "Rossi", "_somebody", "1980") if personal in shown]


@sentences(
    [
        Case("with milliseconds", {"issued": TO_THE_MILLISECOND}),
        Case("with nine decimals", {"issued": "2026-11-22T09:00:00.123456789Z"}),
        Case("with blanks around the name", {"name_id": "\n      _somebody\n   "}),
        Case("without format of the response's issuer", {"issuer_format": None}),
        Case("without index of the session", {"session_index": None}),
        Case("with a single use that we keep anyway", before=_promise_single_use),
        Case("with a namespace nobody uses", before=lambda root: root.set("{urn:example}note", "x")),
        Case("with a comment between elements", before=_comment),
        Case("with the address of the person's computer", before=_add_locality),
        Case("issued by a clock fifty seconds ahead", {"issued": "2026-11-22T09:00:50Z"}),
        Case("issued by a clock fifty seconds behind the request", {"issued": "2026-11-22T08:58:40Z"}),
        Case("that ended half a minute ago", {"until": "2026-11-22T08:59:30Z"}),
    ]
)
def test_is_accepted(case: Case) -> None:
    identity = check(case.octets()).identity
    assert identity.codice_fiscale == "RSSMRA80A41H501Y"
    assert identity.session.name_id == "_somebody"


@pytest.mark.parametrize("whole", [True, False], ids=["signed as a whole too", "with only the assertion signed"])
def test_needs_only_the_signature_of_the_assertion(whole: bool) -> None:
    assert check(made(RIGHT, response=whole)).identity.given_name == "Maria"


def test_words_are_cleaned_of_blanks_and_written_in_composed_letters() -> None:
    attributes = {**RIGHT.attributes, "name": " Nicolò \n  Maria ", "fiscalNumber": " tinit-rssmra80a41h501y "}
    identity = check(made(RIGHT.but(attributes=attributes))).identity
    assert (identity.given_name, identity.codice_fiscale) == ("Nicolò Maria", "RSSMRA80A41H501Y")


def test_official_test_people_with_a_wrong_check_letter_come_in() -> None:
    attributes = {**RIGHT.attributes, "fiscalNumber": "TINIT-GDASDV00A01H501J"}
    assert check(made(RIGHT.but(attributes=attributes))).identity.codice_fiscale == "GDASDV00A01H501J"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gender", "X"),
        ("gender", ""),
        ("placeOfBirth", "Roma"),
        ("email", "nobody"),
        ("email", ""),
        ("email", "a@b\u202e"),
    ],
)
def test_what_is_not_needed_may_be_odd_and_is_left_out(name: str, value: str) -> None:
    identity = check(made(RIGHT.but(attributes={**RIGHT.attributes, name: value}))).identity
    assert {"gender": identity.sex, "placeOfBirth": identity.birthplace_code, "email": identity.email}[name] is None


@pytest.mark.parametrize(
    ("asked", "comparison", "given"),
    [
        (Level.TWO, Comparison.EXACT, Level.TWO),
        (Level.TWO, Comparison.EXACT, Level.THREE),
        (Level.TWO, Comparison.MINIMUM, Level.THREE),
        (Level.TWO, Comparison.BETTER, Level.THREE),
        (Level.TWO, Comparison.MAXIMUM, Level.ONE),
        (Level.ONE, Comparison.MAXIMUM, Level.ONE),
    ],
)
def test_levels_that_suit(asked: Level, comparison: Comparison, given: Level) -> None:
    request = asked_of(level=asked, comparison=comparison)
    assert check(made(RIGHT.but(level=given.acr)), request).identity.level is given


def test_an_older_sign_in_does_when_no_fresh_one_was_asked() -> None:
    def earlier(root: Node) -> None:
        root.find(f".//{SAML}AuthnStatement").set("AuthnInstant", "2026-11-22T06:00:00Z")

    assert check(made(RIGHT, before=earlier), asked_of(is_fresh=False)).identity.given_name == "Maria"


def test_cie_says_less_and_leaves_the_format_of_the_issuer_out() -> None:
    cie = AnsweringProvider("https://idp.cie.example.it", way=Way.CIE)
    asked = asked_of(cie)
    few = {name: RIGHT.attributes[name] for name in ("fiscalNumber", "name", "familyName", "dateOfBirth")}
    answer = answer_to(asked, US, NOW).but(attributes=few, issuer_format=None, assertion_issuer_format=None)
    identity = check(made(answer, cie), asked).identity
    assert (identity.way, identity.codice_fiscale, identity.sex) == (Way.CIE, "RSSMRA80A41H501Y", None)


def test_people_of_other_countries_have_no_codice_fiscale() -> None:
    node = AnsweringProvider("https://node.example.it", way=Way.EIDAS)
    asked = asked_of(node)
    attributes = {"spidCode": "ES/IT/0123", "name": "José", "familyName": "Núñez", "dateOfBirth": "1980-01-01"}
    identity = check(made(answer_to(asked, US, NOW).but(attributes=attributes), node), asked).identity
    assert (identity.way, identity.codice_fiscale, identity.subject) == (Way.EIDAS, None, "ES/IT/0123")


def test_a_codice_fiscale_from_another_country_is_nobodys() -> None:
    node = AnsweringProvider("https://node.example.it", way=Way.EIDAS)
    asked = asked_of(node)
    attributes = {**RIGHT.attributes, "spidCode": "ES/IT/0123"}
    identity = check(made(answer_to(asked, US, NOW).but(attributes=attributes), node), asked).identity
    assert identity.codice_fiscale is None


def test_any_of_the_known_certificates_does_even_an_expired_one() -> None:
    old = pair("old", is_expired=True)
    known = AnsweringProvider(key=pair("new")).known(old.certificate)
    posted = made(RIGHT, AnsweringProvider(key=old))
    assert check(posted, asked_of(provider=known)).identity.given_name == "Maria"


def test_nothing_of_the_person_reaches_any_log_however_chatty(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        check(made(RIGHT))
    assert not [personal for personal in ("RSSMRA", "Rossi", "_somebody") if personal in caplog.text]
