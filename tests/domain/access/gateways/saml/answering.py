"""A request under way, a provider that answers it, and what becomes of the answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.access.gateways.identities import Level, RefusalKind, SignInRefused
from domain.access.gateways.saml.parties import (
    Comparison,
    Organization,
    SamlAnswer,
    SamlAsked,
    ServiceParty,
)
from domain.access.gateways.saml.response import check_response
from domain.access.gateways.saml.xml_safety import Node
from tests.support.saml.messages import SAML, Answer, answer_to, response_of
from tests.support.saml.odd_signatures import Odd, Signing, sign_oddly
from tests.support.saml.provider import AnsweringProvider, octets, signed

NOW = datetime(2026, 11, 22, 9, 0, 0, tzinfo=UTC)
ACS = "https://sportello.example.it/spid/acs"
US = "https://sportello.example.it"
PROVIDER = AnsweringProvider()
IMPOSTOR = AnsweringProvider("https://impostor.example.org")

Change = Callable[[Node], object]


def asked_of(by: AnsweringProvider = PROVIDER, **changes: Any) -> SamlAsked:
    """A request sent half a minute ago, level 2, the person must sign in anew."""
    asked = SamlAsked(
        request_id="_request",
        issued_at=NOW - timedelta(seconds=30),
        provider=by.known(),
        return_address=ACS,
        level=Level.TWO,
        comparison=Comparison.MINIMUM,
        is_fresh=True,
    )
    return replace(asked, **changes)


ASKED = asked_of()
PARTY = ServiceParty(
    way=PROVIDER.way,
    entity_id=US,
    pairs=(),
    returns=(ACS,),
    logouts=(),
    attribute_sets=(),
    organization=Organization("Comune di Prova", US, "c_prova", "info@example.it", "+390000000"),
)
RIGHT: Answer = answer_to(ASKED, US, NOW)


@dataclass(frozen=True)
class Case:
    """One wrong answer: other texts, another tree before it is signed, or another one afterwards."""

    sentence: str
    texts: dict[str, Any] = field(default_factory=dict)
    before: Change | None = None
    after: Change | None = None

    def octets(self, right: Answer = RIGHT, provider: AnsweringProvider = PROVIDER) -> bytes:
        """What is posted to us."""
        return made(right.but(**self.texts), provider, before=self.before, after=self.after)


def made(
    answer: Answer,
    provider: AnsweringProvider = PROVIDER,
    *,
    before: Change | None = None,
    after: Change | None = None,
    assertion: bool = True,
    response: bool = True,
) -> bytes:
    """An answer signed by the provider; the changes get the root of the response and alter it."""
    root = response_of(answer)
    if before:
        before(root)
    root = signed(root, provider.pair, assertion=assertion, response=response)
    if after:
        after(root)
    return octets(root)


def oddly(signing: Signing, odd: Odd | None = None, change: Change | None = None) -> bytes:
    """An answer whose assertion is signed by hand, and by nobody else."""
    root = response_of(RIGHT)
    sign_oddly(root.find(f"{SAML}Assertion"), signing, odd, change=change)
    return octets(root)


def check(posted: bytes, asked: SamlAsked = ASKED, now: datetime = NOW) -> SamlAnswer:
    """What we make of it."""
    return check_response(posted, asked, PARTY, now)


def assert_refused(
    posted: bytes, asked: SamlAsked = ASKED, kind: RefusalKind = RefusalKind.UNTRUSTED, now: datetime = NOW
) -> SignInRefused:
    """It is refused as `kind`, with a reason for our log that holds nothing of the person."""
    with pytest.raises(SignInRefused) as caught:
        check(posted, asked, now)
    assert caught.value.kind is kind
    assert caught.value.reason
    for personal in ("RSSMRA", "Maria", "Rossi", "maria.rossi", "_somebody"):
        assert personal not in str(caught.value)
    return caught.value


def sentences(cases: list[Case]) -> Any:
    """The decorator that runs a test once per case, named by its sentence."""
    return pytest.mark.parametrize("case", cases, ids=[case.sentence for case in cases])
