"""Nothing of a sign-in with CIE is in a log: right answers, false ones, and failures of ours."""

from urllib.parse import parse_qs

import pytest

from domain.access.actions.federation import answer_cie_sign_in as answering
from tests.portal.cie.coming_in import leave, sign_in
from tests.portal.cie.test_hostile_answers import HOSTILE
from tests.support.html import Browser
from tests.support.outside.cie import Cie
from tests.support.overheard import Overheard, overheard
from tests.support.personas import ROSA

ALWAYS = (ROSA.codice_fiscale, ROSA.given_name, ROSA.family_name, ROSA.born_on.isoformat(), "cie-rosa", "eyJ")


def assert_silent(heard: Overheard, *more: str) -> None:
    """Neither the person nor a token is in what was logged."""
    text = heard.said.getvalue() + heard.written.getvalue()
    assert "answered" in text
    assert [secret for secret in (*ALWAYS, *more) if secret in text] == []


async def test_of_a_right_answer(visitor: Browser, cie: Cie) -> None:
    with overheard() as heard:
        address = await leave(visitor)
        waiting = [cookie.value or "" for cookie in visitor.client.cookies.jar]
        query = cie.come_back(address)
        page = await visitor.open(f"/cie/callback?{query}")
        await visitor.open(f"/cie/callback?{query}")
    assert page.path == "/domande"
    once = parse_qs(query)
    assert_silent(heard, once["code"][0], once["state"][0], *waiting, visitor.client.cookies["portal"])


async def test_of_false_answers(visitor: Browser, cie: Cie) -> None:
    right = {attribute: getattr(cie, attribute) for changes in HOSTILE.values() for attribute in changes}
    with overheard() as heard:
        for changes in HOSTILE.values():
            for attribute, value in (right | dict(changes)).items():
                setattr(cie, attribute, value)
            assert (await sign_in(visitor, cie, error_description=f"Non vuole {ROSA.full_name}")).status == 403
    assert heard.written.getvalue().count("sign_in_refused") == len(HOSTILE)
    assert_silent(heard)


async def test_of_a_failure_of_ours(visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken_register(*given: object) -> None:
        raise RuntimeError(f"cannot keep {given}")

    query = cie.come_back(await leave(visitor))
    monkeypatch.setattr(answering, "write_transaction", broken_register)
    with overheard() as heard:
        page = await visitor.open(f"/cie/callback?{query}")
    assert page.status in (403, 500)
    assert "portal" not in visitor.client.cookies
    once = parse_qs(query)
    assert_silent(heard, once["code"][0], once["state"][0])
    assert ROSA.codice_fiscale not in page.answer.text
