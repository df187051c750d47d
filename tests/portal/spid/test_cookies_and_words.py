"""The cookie that ties a sign-in to a browser, and the words of the pages around a sign-in."""

from http.cookies import SimpleCookie

import pytest

from domain.platform.settings import Settings, settings
from tests.portal.conftest import Portal
from tests.portal.spid.conftest import Leave, come_back
from tests.portal.test_every_page import names_of
from tests.support.html import Browser
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo
from tests.support.saml.federation import Federation
from web.sessions import transaction_cookie, transaction_cookie_name


def over_https() -> Settings:
    """The same settings, on addresses with https."""
    there = {"portal_url": "https://sportello.example.it", "backoffice_url": "https://uffici.example.it"}
    return settings().model_copy(update=there)


def test_over_https_the_cookie_comes_along_with_a_form_from_another_site() -> None:
    name = transaction_cookie_name(over_https())
    assert name == "__Secure-transazione"
    sent = SimpleCookie(transaction_cookie("t", over_https(), seconds=600).to_header(header=""))[name]
    facts = (sent["samesite"].lower(), sent["secure"], sent["httponly"], sent["path"], sent["max-age"])
    assert facts == ("none", True, True, "/spid", "600")


async def test_without_https_it_is_a_plain_one_for_this_machine(visitor: Browser, federation: Federation) -> None:
    answer = await visitor.client.get(federation.login)
    sent = SimpleCookie(answer.headers["set-cookie"])["transazione"]
    assert (sent["samesite"].lower(), sent["secure"], sent["path"]) == ("lax", "", "/spid")


async def test_every_word_around_a_sign_in_is_translatable(
    portal: Portal, visitor: Browser, federation: Federation, leave: Leave, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [*await names_of(portal), "Identità di prova"]
    speak_pseudo(monkeypatch)
    asked = [await leave(visitor) for _ in range(4)]
    refused = [
        await come_back(visitor, federation.failed(one, number))
        for one, number in zip(asked, (20, 23, 25, 30), strict=True)
    ]
    pages = [await visitor.open("/accedi"), await visitor.open(federation.login), *refused]
    pages += [await come_back(visitor, {}), await visitor.open("/spid/login?idp=x")]
    for page in pages:
        numbers = [one.get_text() for one in page.soup.select("strong[dir=ltr]")]
        assert letters_outside_brackets(page.answer.text, [*known, *numbers]) == [], page.path


async def test_the_ways_in_ask_no_more_than_they_did(
    visitor: Browser, federation: Federation, questions: Questions
) -> None:
    await visitor.open("/accedi")
    with questions(at_most=1):
        assert (await visitor.open("/accedi")).status == 200
    with questions(at_most=5):
        assert (await visitor.open(federation.login)).status == 200
