"""What providers say when a sign-in comes to nothing, and what the register keeps of any answer."""

import pytest

from domain.access.gateways.identities import RefusalKind
from domain.access.gateways.saml.parties import SamlFacts
from domain.access.gateways.saml.response import read_facts
from tests.domain.access.gateways.saml.answering import IMPOSTOR, PROVIDER, RIGHT, assert_refused, made
from tests.support.saml.edits import Edit, insert, put
from tests.support.saml.messages import assertion_of, failure_of
from tests.support.saml.provider import octets, signed

KINDS = {
    8: RefusalKind.TECHNICAL,
    9: RefusalKind.TECHNICAL,
    **dict.fromkeys(range(11, 19), RefusalKind.TECHNICAL),
    19: RefusalKind.TOO_MANY_TRIES,
    20: RefusalKind.LEVEL_TOO_LOW,
    21: RefusalKind.TIMED_OUT,
    22: RefusalKind.REFUSED_CONSENT,
    23: RefusalKind.SUSPENDED,
    24: RefusalKind.GENERIC,
    25: RefusalKind.CANCELLED,
    30: RefusalKind.WRONG_KIND,
    1: RefusalKind.GENERIC,
    10: RefusalKind.GENERIC,
    26: RefusalKind.GENERIC,
    190: RefusalKind.GENERIC,
}


@pytest.mark.parametrize("is_signed", [True, False], ids=["signed", "unsigned"])
@pytest.mark.parametrize("number", KINDS)
def test_error_codes_have_their_pages(number: int, is_signed: bool) -> None:
    root = failure_of(RIGHT, f"ErrorCode nr{number:02d}")
    told = assert_refused(octets(signed(root, PROVIDER.pair) if is_signed else root), kind=KINDS[number])
    assert told.reason == f"error code {number}"


@pytest.mark.parametrize(
    "message", ["errorcode NR25", " ErrorCode  nr 25 \n", "Error Code nr25", "ErrorCode nr. 25: annullato"]
)
def test_error_codes_are_read_however_they_are_written(message: str) -> None:
    assert_refused(octets(failure_of(RIGHT, message)), kind=RefusalKind.CANCELLED)


@pytest.mark.parametrize("message", [None, "", "qualcosa non va", "25", "ErrorCode nr", "ErrorCode nr12345678901"])
def test_without_error_code_it_is_a_general_failure(message: str | None) -> None:
    assert_refused(octets(failure_of(RIGHT, message)), kind=RefusalKind.GENERIC)


def test_the_inner_code_does_not_matter() -> None:
    root = failure_of(RIGHT, "ErrorCode nr22", outer="Requester", inner="s:AuthnFailed")
    assert_refused(octets(root), kind=RefusalKind.REFUSED_CONSENT)


@pytest.mark.parametrize(
    "change",
    [
        put(".", "InResponseTo", "_other"),
        put(".", "InResponseTo", None),
        put(".", "Destination", "https://impostor.example.org"),
        put("saml:Issuer", "Format", "urn:example"),
        put(".", "IssueInstant", "2018-01-01T00:00:00Z"),
        lambda root: root.append(assertion_of(RIGHT)),
        insert("samlp:Status", "<samlp:StatusDetail><saml:Assertion/></samlp:StatusDetail>"),
        insert("samlp:Status", "<samlp:StatusMessage>ErrorCode nr19</samlp:StatusMessage>"),
    ],
    ids=[
        "other request",
        "unsolicited",
        "elsewhere",
        "issuer",
        "old",
        "with assertion",
        "with hidden assertion",
        "two messages",
    ],
)
def test_an_error_that_is_not_for_this_request_says_nothing(change: Edit) -> None:
    root = failure_of(RIGHT, "ErrorCode nr25")
    change(root)
    assert_refused(octets(root))


def test_an_error_with_a_wrong_signature_says_nothing() -> None:
    assert_refused(octets(signed(failure_of(RIGHT, "ErrorCode nr25"), IMPOSTOR.pair)))


def test_the_register_reads_good_and_bad_answers_alike() -> None:
    expected = SamlFacts(
        response_id="_response",
        response_instant="2026-11-22T09:00:00Z",
        issuer=PROVIDER.entity_id,
        assertion_id="_assertion",
        subject="_somebody",
        name_qualifier=PROVIDER.entity_id,
        in_response_to="_request",
    )
    assert read_facts(made(RIGHT)) == expected
    assert read_facts(made(RIGHT, assertion=False, response=False)) == expected
    assert read_facts(octets(failure_of(RIGHT, "ErrorCode nr25"))).assertion_id == ""
    assert "_somebody" not in repr(expected)


@pytest.mark.parametrize("posted", [b"", b"x", b"<a/>", b'<!DOCTYPE a><a ID="x"/>', b"\0"])
def test_the_register_keeps_nothing_of_what_cannot_be_read(posted: bytes) -> None:
    assert read_facts(posted) == SamlFacts()


def test_the_register_keeps_long_texts_shortened() -> None:
    assert len(read_facts(made(RIGHT, before=put(".", "InResponseTo", "_" * 5000))).in_response_to) == 512
