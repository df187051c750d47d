"""The envelope of an answer: for another request, another place, from another issuer, of another time or shape.

Every one is signed by the provider itself, after the change: nothing but the check in question refuses it.
"""

import pytest

from domain.access.gateways.identities import RefusalKind
from tests.domain.access.gateways.saml.answering import (
    ACS,
    PROVIDER,
    RIGHT,
    Case,
    asked_of,
    assert_refused,
    made,
    sentences,
)
from tests.support.saml.edits import both, double, drop, empty, insert, put, rename, text
from tests.support.saml.messages import SAML, SAMLP

ISSUER = "saml:Issuer"
CODE = "samlp:Status/samlp:StatusCode"
SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
OTHER = "https://impostor.example.org"

IDENTIFIERS = [
    Case("without version", before=put(".", "Version", None)),
    Case("of version 1.1", before=put(".", "Version", "1.1")),
    Case("of version 2", before=put(".", "Version", "2")),
    Case("in answer to nothing", before=put(".", "InResponseTo", "")),
    Case("unsolicited", before=put(".", "InResponseTo", None)),
    Case("in answer to another request", before=put(".", "InResponseTo", "_other")),
    Case("in answer to the request in capitals", before=put(".", "InResponseTo", "_REQUEST")),
    Case("in answer to the request and a blank", before=put(".", "InResponseTo", "_request ")),
    Case("without destination", before=put(".", "Destination", None)),
    Case("with an empty destination", before=put(".", "Destination", "")),
    Case("for another host", before=put(".", "Destination", f"{OTHER}/spid/acs")),
    Case("for another path", before=put(".", "Destination", f"{ACS}/")),
    Case("for another query", before=put(".", "Destination", f"{ACS}?x=1")),
    Case("for the same place without https", before=put(".", "Destination", ACS.replace("https", "http"))),
    Case("without issuer", before=drop(ISSUER)),
    Case("with an empty issuer", before=text(ISSUER, "")),
    Case("with a blank issuer", before=text(ISSUER, "  \n ")),
    Case("by another issuer", before=text(ISSUER, OTHER)),
    Case("by an issuer with one more stroke", before=text(ISSUER, f"{PROVIDER.entity_id}/")),
    Case("by two issuers", before=double(ISSUER)),
    Case("by an issuer with an element inside", before=insert(ISSUER, "<saml:Issuer/>")),
    Case("with another format of the issuer", before=put(ISSUER, "Format", "urn:example:other")),
    Case("with an empty format of the issuer", before=put(ISSUER, "Format", "")),
    Case("with an issuer declared empty", before=put(ISSUER, "{http://www.w3.org/2001/XMLSchema-instance}nil", "true")),
    Case("of a declared type", before=put(".", "{http://www.w3.org/2001/XMLSchema-instance}type", "samlp:Other")),
]

TIMES = [
    Case("without moment", before=put(".", "IssueInstant", None)),
    *(
        Case(f"issued {sentence}", before=put(".", "IssueInstant", moment))
        for sentence, moment in {
            "never": "",
            "on a day": "2026-11-22",
            "without zone": "2026-11-22T09:00:00",
            "with an offset": "2026-11-22T09:00:00+00:00",
            "in Rome": "2026-11-22T10:00:00+01:00",
            "with a small z": "2026-11-22T09:00:00z",
            "with a blank": "2026-11-22 09:00:00Z",
            "with a blank behind": "2026-11-22T09:00:00Z ",
            "with too many decimals": "2026-11-22T09:00:00.1234567890Z",
            "with a comma": "2026-11-22T09:00:00,5Z",
            "with an empty fraction": "2026-11-22T09:00:00.Z",
            "without seconds": "2026-11-22T09:00Z",
            "in a leap second": "2026-11-22T08:59:60Z",
            "at twenty-four": "2026-11-21T24:00:00Z",
            "in the thirteenth month": "2026-13-22T09:00:00Z",
            "in the year nought": "0000-11-22T09:00:00Z",
            "before our era": "-2026-11-22T09:00:00Z",
            "in a year of five figures": "12026-11-22T09:00:00Z",
            "in Arabic figures": "٢٠٢٦-11-22T09:00:00Z",
            "as a number of seconds": "1795338000",
            "years ago": "2018-01-01T00:00:00Z",
            "two minutes before the request": "2026-11-22T08:57:29Z",
            "in two minutes": "2026-11-22T09:02:00Z",
            "in seventy years": "2099-01-01T00:00:00Z",
            "at the end of time": "9999-12-31T23:59:59Z",
        }.items()
    ),
]

PARTS = [
    Case("without status", before=drop("samlp:Status")),
    Case("with an empty status", before=empty("samlp:Status")),
    Case("with two statuses", before=double("samlp:Status")),
    Case("with an empty code", before=put(CODE, "Value", "")),
    Case("without code", before=put(CODE, "Value", None)),
    Case("with two codes", before=double(CODE)),
    Case(
        "successful with a failure inside",
        before=insert(CODE, f'<samlp:StatusCode Value="{SUCCESS[:-7]}AuthnFailed"/>'),
    ),
    Case("successful with a success inside", before=insert(CODE, f'<samlp:StatusCode Value="{SUCCESS}"/>')),
    Case(
        "successful with an error code",
        before=insert("samlp:Status", "<samlp:StatusMessage>ErrorCode nr25</samlp:StatusMessage>"),
    ),
    Case(
        "successful with two messages",
        before=both(*[insert("samlp:Status", "<samlp:StatusMessage/>")] * 2),
    ),
    Case("successful with a detail", before=insert("samlp:Status", "<samlp:StatusDetail/>")),
    Case("with something unknown in the status", before=insert("samlp:Status", "<samlp:Other/>")),
    Case(
        "successful with another code in front", before=insert("samlp:Status", '<samlp:StatusCode Value="x"/>', place=0)
    ),
    Case("successful without assertion", before=drop("saml:Assertion")),
    Case("with extensions", before=insert(".", "<samlp:Extensions/>", place=1)),
    Case("with something unknown", before=insert(".", "<other/>")),
    Case("with text between its parts", before=text(".", "Maria")),
    Case("called otherwise", before=rename(".", f"{SAMLP}ArtifactResponse")),
    Case("called an assertion", before=rename(".", f"{SAML}Response")),
    Case("of another namespace", before=rename(".", "{urn:oasis:names:tc:SAML:1.0:protocol}Response")),
    Case("without namespace", before=rename(".", "Response")),
    Case("with a status of another namespace", before=rename("samlp:Status", f"{SAML}Status")),
    Case("with a code of no namespace", before=rename(CODE, "StatusCode")),
    Case("with a prefix that means something else", before=rename("saml:Assertion", "{urn:example}Assertion")),
]


@sentences(IDENTIFIERS + TIMES + PARTS)
@pytest.mark.parametrize("whole", [True, False], ids=["whole signed", "assertion signed"])
def test_a_response(case: Case, whole: bool) -> None:
    told = assert_refused(made(RIGHT, before=case.before, response=whole))
    assert "key made the signature" not in told.reason


@pytest.mark.parametrize("identifier", ["", None, "1abc", "a b", "_x'", "_è", "#_response", "_" * 300, "_assertion"])
def test_a_response_without_a_proper_id(identifier: str | None) -> None:
    root_id = put(".", "ID", identifier)
    assert_refused(made(RIGHT, before=root_id, response=False))


def test_a_failure_is_not_success_however_it_is_signed() -> None:
    failed = put(CODE, "Value", "urn:oasis:names:tc:SAML:2.0:status:Responder")
    # It carries an assertion all the same, which no honest failure does.
    assert_refused(made(RIGHT, before=failed))
    assert_refused(made(RIGHT, before=both(failed, drop("saml:Assertion"))), kind=RefusalKind.GENERIC)


def test_an_answer_by_another_provider_that_we_know() -> None:
    other = type(PROVIDER)("https://other.example.it")
    assert_refused(made(RIGHT.but(issuer=other.entity_id), other))
    assert_refused(made(RIGHT, other), asked_of())
