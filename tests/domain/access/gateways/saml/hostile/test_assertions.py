"""Assertions that are not for us, not for now, not for this request or not of the shape the rules give them.

Every one is signed by the provider itself, after the change: nothing but the check in question refuses it.
"""

import pytest

from domain.access.gateways.identities import Level, RefusalKind
from domain.access.gateways.saml.parties import Comparison
from domain.access.terms import Way
from tests.domain.access.gateways.saml.answering import (
    ACS,
    NOW,
    PROVIDER,
    RIGHT,
    US,
    Case,
    asked_of,
    assert_refused,
    made,
    sentences,
)
from tests.support.saml.edits import both, double, drop, empty, insert, put, rename, text
from tests.support.saml.messages import SAML, answer_to
from tests.support.saml.provider import AnsweringProvider

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
A = "saml:Assertion"
ISSUER = f"{A}/saml:Issuer"
SUBJECT = f"{A}/saml:Subject"
NAME = f"{SUBJECT}/saml:NameID"
CONFIRMATION = f"{SUBJECT}/saml:SubjectConfirmation"
DATA = f"{CONFIRMATION}/saml:SubjectConfirmationData"
CONDITIONS = f"{A}/saml:Conditions"
RESTRICTION = f"{CONDITIONS}/saml:AudienceRestriction"
AUDIENCE = f"{RESTRICTION}/saml:Audience"
SIGN_IN = f"{A}/saml:AuthnStatement"
CONTEXT = f"{SIGN_IN}/saml:AuthnContext"
LEVEL = f"{CONTEXT}/saml:AuthnContextClassRef"
OTHER = "https://impostor.example.org"

FRAME = [
    Case("without version", before=put(A, "Version", None)),
    Case("of version 1.1", before=put(A, "Version", "1.1")),
    Case("without issuer", before=drop(ISSUER)),
    Case("with an empty issuer", before=text(ISSUER, "")),
    Case("by another issuer", before=text(ISSUER, OTHER)),
    Case("by two issuers", before=double(ISSUER)),
    Case("with an issuer without format", before=put(ISSUER, "Format", None)),
    Case("with an issuer with an empty format", before=put(ISSUER, "Format", "")),
    Case("with an issuer with another format", before=put(ISSUER, "Format", "urn:example:other")),
    Case("with an advice", before=insert(A, "<saml:Advice/>")),
    Case("with a decision", before=insert(A, '<saml:AuthzDecisionStatement Resource="x" Decision="Permit"/>')),
    Case("with something unknown", before=insert(A, "<other/>")),
    Case("with text between its parts", before=text(SUBJECT, "Maria")),
    Case("of a declared type", before=put(A, f"{XSI}type", "saml:Other")),
    Case("with a part declared empty", before=put(NAME, f"{XSI}nil", "true")),
]

SUBJECTS = [
    Case("without subject", before=drop(SUBJECT)),
    Case("with an empty subject", before=empty(SUBJECT)),
    Case("with two subjects", before=double(SUBJECT)),
    Case("without name", before=drop(NAME)),
    Case("with an empty name", before=text(NAME, "")),
    Case("with a blank name", before=text(NAME, "\n  \n")),
    Case("with an over-long name", before=text(NAME, "_" * 257)),
    Case("with two names", before=double(NAME)),
    Case("with an element in the name", before=insert(NAME, "<other/>")),
    Case("with a lasting name", before=put(NAME, "Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")),
    Case("with a name of an empty format", before=put(NAME, "Format", "")),
    Case("with a name without format", before=put(NAME, "Format", None)),
    Case("with a name nobody qualifies", before=put(NAME, "NameQualifier", None)),
    Case("with a name of an empty qualifier", before=put(NAME, "NameQualifier", "")),
    Case("with a name of an over-long qualifier", before=put(NAME, "NameQualifier", "x" * 1025)),
    Case("with an encrypted name", before=both(drop(NAME), insert(SUBJECT, "<saml:EncryptedID/>", place=0))),
    Case("with a name of another kind", before=rename(NAME, f"{SAML}BaseID")),
    Case("without confirmation", before=drop(CONFIRMATION)),
    Case("with two confirmations", before=double(CONFIRMATION)),
    Case("confirmed in no way", before=put(CONFIRMATION, "Method", "")),
    Case("confirmed without method", before=put(CONFIRMATION, "Method", None)),
    Case("for the holder of a key", before=put(CONFIRMATION, "Method", "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key")),
    Case("without data of the confirmation", before=drop(DATA)),
    Case("with data of the confirmation twice", before=double(DATA)),
    Case("with a key in the confirmation", before=insert(DATA, "<ds:KeyInfo/>")),
    Case("with another name in the confirmation", before=insert(CONFIRMATION, "<saml:NameID>x</saml:NameID>", place=0)),
    Case("for no recipient", before=put(DATA, "Recipient", None)),
    Case("for an empty recipient", before=put(DATA, "Recipient", "")),
    Case("for another recipient", before=put(DATA, "Recipient", OTHER)),
    Case("for nearly our address", before=put(DATA, "Recipient", f"{ACS}.example.org")),
    Case("in answer to nothing", before=put(DATA, "InResponseTo", None)),
    Case("in answer to an empty request", before=put(DATA, "InResponseTo", "")),
    Case("in answer to another request", before=put(DATA, "InResponseTo", "_other")),
]

PLACES = [
    Case("without conditions", before=drop(CONDITIONS)),
    Case("with empty conditions", before=empty(CONDITIONS)),
    Case("with two conditions", before=double(CONDITIONS)),
    Case("with an unknown condition", before=insert(CONDITIONS, "<saml:Condition/>")),
    Case("with a condition of its own type", before=insert(CONDITIONS, '<saml:Condition xsi:type="x"/>')),
    Case("with a proxy", before=insert(CONDITIONS, '<saml:ProxyRestriction Count="0"/>')),
    Case("with single use twice", before=both(*[insert(CONDITIONS, "<saml:OneTimeUse/>")] * 2)),
    Case("without restriction", before=drop(RESTRICTION)),
    Case("with an empty restriction", before=empty(RESTRICTION)),
    Case("with a second restriction", before=double(RESTRICTION)),
    Case(
        "with a second restriction to others",
        before=insert(
            CONDITIONS, f"<saml:AudienceRestriction><saml:Audience>{OTHER}</saml:Audience></saml:AudienceRestriction>"
        ),
    ),
    Case("with an empty audience", before=text(AUDIENCE, "")),
    Case("for others", before=text(AUDIENCE, OTHER)),
    Case("for nearly us", before=text(AUDIENCE, f"{US}/")),
    Case("for us in capitals", before=text(AUDIENCE, US.upper())),
    Case("for others too", before=insert(RESTRICTION, f"<saml:Audience>{OTHER}</saml:Audience>")),
    Case("for us in a part of the text", before=text(AUDIENCE, f"{OTHER} {US}")),
    Case("without statement of sign-in", before=drop(SIGN_IN)),
    Case("with an empty statement of sign-in", before=empty(SIGN_IN)),
    Case("with two statements of sign-in", before=double(SIGN_IN)),
    Case("with an over-long index", before=put(SIGN_IN, "SessionIndex", "x" * 257)),
    Case("without context", before=drop(CONTEXT)),
    Case("with an empty context", before=empty(CONTEXT)),
    Case("with two contexts", before=double(CONTEXT)),
    Case("without level", before=drop(LEVEL)),
    Case("with an empty level", before=text(LEVEL, "")),
    Case("with two levels", before=double(LEVEL)),
    Case("with a declared context", before=insert(CONTEXT, "<saml:AuthnContextDecl/>")),
    Case("with a level of old", before=text(LEVEL, "urn:oasis:names:tc:SAML:2.0:ac:classes:SpidL2")),
    Case("with a level without host", before=text(LEVEL, "SpidL2")),
    Case("with a level nobody has", before=text(LEVEL, "https://www.spid.gov.it/SpidL4")),
    Case("with a level and more", before=text(LEVEL, "https://www.spid.gov.it/SpidL2#SpidL3")),
]


@sentences(FRAME + SUBJECTS + PLACES)
def test_an_assertion(case: Case) -> None:
    told = assert_refused(made(RIGHT, before=case.before))
    assert "signature" not in told.reason


@pytest.mark.parametrize("identifier", ["", None, "1abc", "a b", "_x'", "_è", "_" * 300])
def test_an_assertion_without_a_proper_id(identifier: str | None) -> None:
    assert_refused(made(RIGHT.but(assertion_id="_assertion"), after=put(A, "ID", identifier), response=False))


@pytest.mark.parametrize(
    ("asked", "comparison", "given"),
    [
        (Level.TWO, Comparison.EXACT, Level.ONE),
        (Level.TWO, Comparison.MINIMUM, Level.ONE),
        (Level.THREE, Comparison.MINIMUM, Level.TWO),
        (Level.TWO, Comparison.BETTER, Level.TWO),
        (Level.TWO, Comparison.BETTER, Level.ONE),
        (Level.THREE, Comparison.BETTER, Level.THREE),
    ],
)
def test_levels_that_do_not_suit(asked: Level, comparison: Comparison, given: Level) -> None:
    request = asked_of(level=asked, comparison=comparison)
    assert_refused(made(RIGHT.but(level=given.acr)), request, RefusalKind.LEVEL_TOO_LOW)


@pytest.mark.parametrize("format_given", ["", "urn:example:other"])
def test_the_card_may_leave_the_format_of_the_issuer_out_but_not_change_it(format_given: str) -> None:
    card = AnsweringProvider("https://idp.cie.example.it", way=Way.CIE)
    asked = asked_of(card)
    assert_refused(made(answer_to(asked, US, NOW).but(assertion_issuer_format=format_given), card), asked)


def test_only_the_card_may_leave_the_format_of_the_issuer_out() -> None:
    node = AnsweringProvider("https://node.example.it", way=Way.EIDAS)
    asked = asked_of(node)
    assert_refused(made(answer_to(asked, US, NOW).but(assertion_issuer_format=None), node), asked)


def test_metadata_that_are_out_of_date() -> None:
    known = PROVIDER.known()
    asked = asked_of(provider=type(known)(**{**vars(known), "valid_until": NOW}))
    assert_refused(made(RIGHT), asked)
