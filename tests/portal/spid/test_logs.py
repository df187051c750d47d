"""Nothing of a sign-in by SAML is in a log, an address or a page: right answers, false ones, and our own failures."""

from collections.abc import Iterable

import pytest

from domain.access.actions.saml import answer_saml_sign_in as answering
from domain.access.actions.write_transaction import Transaction
from tests.portal.spid.conftest import Leave, come_back
from tests.support.html import Browser
from tests.support.overheard import overheard
from tests.support.saml.federation import Asked, Federation
from tests.support.saml.messages import PERSON, failure_of, response_of
from tests.support.saml.provider import octets, signed
from tests.support.saml.wrappings import SHAPES, VICTIM, forged_from

PIECE = 40
"""Characters of a message that would be enough to know it by."""
OWN = {"fiscalNumber", "name", "familyName", "dateOfBirth", "email", "spidCode"}


def secrets_of(visitor: Browser, asked: Asked, fields: Iterable[dict[str, str]]) -> set[str]:
    """Who signs in, who is meant by a forgery, the messages, and what ties them to the browser."""
    found = {value.removeprefix("TINIT-") for who in (PERSON, VICTIM) for key, value in who.items() if key in OWN}
    found |= {"_somebody", asked.relay_state, asked.departure.fields["SAMLRequest"][:PIECE]}
    found |= {one["SAMLResponse"][start:][:PIECE] for one in fields for start in (0, 400, 4000)} - {""}
    return found | {cookie.value for cookie in visitor.client.cookies.jar if cookie.value and len(cookie.value) > PIECE}


def assert_silent(text: str, secrets: set[str]) -> None:
    """None of them is in the text."""
    assert text
    assert [secret for secret in secrets if secret in text] == []


async def test_of_a_right_answer(visitor: Browser, federation: Federation, leave: Leave) -> None:
    with overheard() as heard:
        asked = await leave(visitor)
        fields = federation.form(asked)
        page = await come_back(visitor, fields)
        await come_back(visitor, fields)
    assert page.path == "/area-personale"
    secrets = secrets_of(visitor, asked, [fields])
    assert any(secret == visitor.client.cookies["portal"] for secret in secrets)
    assert_silent(heard.said.getvalue() + heard.written.getvalue(), secrets)
    assert_silent("".join(str(one.url) for one in (page.answer, *page.answer.history)), secrets)


async def test_of_false_answers(visitor: Browser, federation: Federation, leave: Leave) -> None:
    asked, forms, pages = await leave(visitor), [], []
    with overheard() as heard:
        for shape in SHAPES.values():
            asked = await leave(visitor)
            root = signed(response_of(federation.right(asked)), federation.provider.pair)
            wrapped = shape(root, forged_from(federation.right(asked)))
            forms.append(federation.posted(octets(root if wrapped is None else wrapped), asked))
            pages.append(await come_back(visitor, forms[-1]))
        for odd in (
            federation.form(asked, federation.right(asked).but(audience=PERSON["email"])),
            federation.posted(octets(failure_of(federation.right(asked), f"Anna: {PERSON['fiscalNumber']}")), asked),
            federation.posted(b'<!DOCTYPE a [<!ENTITY b "Rossi">]><a>&b;</a>', asked),
            federation.posted(octets(response_of(federation.right(asked)))[:-90], asked),
        ):
            asked = await leave(visitor)
            forms.append(odd | {"RelayState": asked.relay_state})
            pages.append(await come_back(visitor, forms[-1]))
    assert {page.status for page in pages} == {403}
    secrets = secrets_of(visitor, asked, forms)
    assert heard.written.getvalue().count("sign_in_refused") == len(pages) > len(SHAPES)
    assert_silent(heard.said.getvalue() + heard.written.getvalue(), secrets)
    assert_silent("".join(page.text for page in pages), secrets - {asked.relay_state})


async def test_of_a_failure_of_ours(
    visitor: Browser, federation: Federation, leave: Leave, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_register(_work: object, entry: Transaction) -> None:
        raise RuntimeError(f"cannot keep {entry}")

    visitor.client._transport.raise_app_exceptions = False  # pyright: ignore[reportAttributeAccessIssue] - as a server
    asked = await leave(visitor)
    fields = federation.form(asked)
    monkeypatch.setattr(answering, "write_transaction", broken_register)
    with overheard() as heard:
        page = await come_back(visitor, fields)
    assert page.status == 500
    written = heard.written.getvalue()
    assert "cannot keep" in written, "the failure itself is told"
    secrets = secrets_of(visitor, asked, [fields])
    assert_silent(written, secrets)
    assert_silent(page.answer.text, secrets)
    assert "portal" not in visitor.client.cookies
