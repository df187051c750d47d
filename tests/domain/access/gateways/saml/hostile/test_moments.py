"""Assertions that are over, have not begun, last for ever or were given before we asked."""

from datetime import timedelta

import pytest

from tests.domain.access.gateways.saml.answering import (
    NOW,
    RIGHT,
    Case,
    asked_of,
    assert_refused,
    check,
    made,
    sentences,
)
from tests.support.saml.edits import put
from tests.support.saml.messages import written

A = "saml:Assertion"
DATA = f"{A}/saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"
CONDITIONS = f"{A}/saml:Conditions"
SIGN_IN = f"{A}/saml:AuthnStatement"
FAR = written(NOW + timedelta(days=1, minutes=1))
ODD = {
    "missing": None,
    "empty": "",
    "a day": "2026-11-22",
    "with a blank": "2026-11-22 09:00",
    "without zone": "2026-11-22T09:00:00",
    "in Rome": "2026-11-22T10:00:00+01:00",
    "a leap second": "2026-11-22T09:00:60Z",
    "impossible": "2026-02-30T09:00:00Z",
    "in the year nought": "0000-01-01T00:00:00Z",
    "with ten decimals": "2026-11-22T09:00:00.0000000001Z",
    "words": "tomorrow",
    "over-long": "2026-11-22T09:00:00Z" * 50,
}
WHERE = {
    "its issue": (A, "IssueInstant"),
    "the end of its confirmation": (DATA, "NotOnOrAfter"),
    "its beginning": (CONDITIONS, "NotBefore"),
    "its end": (CONDITIONS, "NotOnOrAfter"),
    "the sign-in": (SIGN_IN, "AuthnInstant"),
}

FORMS = [
    Case(f"{place} {form}", before=put(path, attribute, moment))
    for place, (path, attribute) in WHERE.items()
    for form, moment in ODD.items()
]
TIMES = [
    Case("issued years ago", before=put(A, "IssueInstant", "2018-01-01T00:00:00Z")),
    Case("issued two minutes before the request", before=put(A, "IssueInstant", "2026-11-22T08:57:29Z")),
    Case("issued in two minutes", before=put(A, "IssueInstant", "2026-11-22T09:02:00Z")),
    Case("issued at the end of time", before=put(A, "IssueInstant", "9999-12-31T23:59:59Z")),
    Case("confirmed until years ago", before=put(DATA, "NotOnOrAfter", "2018-01-01T00:00:00Z")),
    Case("confirmed until a minute ago", before=put(DATA, "NotOnOrAfter", "2026-11-22T08:59:00Z")),
    Case("confirmed for ever", before=put(DATA, "NotOnOrAfter", "9999-12-31T23:59:59Z")),
    Case("confirmed for more than a day", before=put(DATA, "NotOnOrAfter", FAR)),
    Case("confirmed from later on", before=put(DATA, "NotBefore", "2026-11-22T09:02:00Z")),
    Case("confirmed from some time", before=put(DATA, "NotBefore", "some time")),
    Case("valid from later on", before=put(CONDITIONS, "NotBefore", "2026-11-22T09:02:00Z")),
    Case("valid from the end of time", before=put(CONDITIONS, "NotBefore", "9999-12-31T23:59:59Z")),
    Case("valid until years ago", before=put(CONDITIONS, "NotOnOrAfter", "2018-01-01T00:00:00Z")),
    Case("valid until a minute ago", before=put(CONDITIONS, "NotOnOrAfter", "2026-11-22T08:59:00Z")),
    Case("valid for ever", before=put(CONDITIONS, "NotOnOrAfter", "9999-12-31T23:59:59.999999999Z")),
    Case("valid for more than a day", before=put(CONDITIONS, "NotOnOrAfter", FAR)),
    Case("of a sign-in before the request", before=put(SIGN_IN, "AuthnInstant", "2026-11-22T08:57:00Z")),
    Case("of a sign-in to come", before=put(SIGN_IN, "AuthnInstant", "2026-11-22T09:02:00Z")),
    Case("of a session that is over", before=put(SIGN_IN, "SessionNotOnOrAfter", "2026-11-22T08:58:00Z")),
    Case("of a session that ends some time", before=put(SIGN_IN, "SessionNotOnOrAfter", "some time")),
]


@sentences(FORMS + TIMES)
def test_an_assertion(case: Case) -> None:
    told = assert_refused(made(RIGHT, before=case.before))
    assert "signature" not in told.reason


def test_a_sign_in_to_come_is_refused_even_when_no_fresh_one_was_asked() -> None:
    later = put(SIGN_IN, "AuthnInstant", "2026-11-22T09:02:00Z")
    assert_refused(made(RIGHT, before=later), asked_of(is_fresh=False))


@pytest.mark.parametrize("minutes", [-10, 7, 60, 60 * 24 * 365])
def test_a_right_answer_at_another_time(minutes: int) -> None:
    posted = made(RIGHT)
    assert check(posted).identity.given_name == "Maria"
    assert_refused(posted, now=NOW + timedelta(minutes=minutes))
