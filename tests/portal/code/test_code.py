"""Coming in with a one-time code: who may, and what it opens."""

from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.portal.code.visits import LOW, asked, came_in, known, typed
from tests.portal.conftest import Follow, Portal
from tests.support.desk import Messages, messages_caught
from tests.support.html import Browser
from tests.support.personas import DAVIDE, ROSA


async def test_code_and_number_open_ones_own_page_and_nothing_more(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    browser = await came_in(portal, everything_that_follows, messages)
    page = await browser.open(LOW)
    assert ROSA.full_name in page.text
    assert ROSA.codice_fiscale not in page.answer.text
    for path in ("/area-personale", "/domande", "/domande/nuova/assistenza-domiciliare", "/area-personale/messaggi"):
        refused = await browser.open(path)
        assert (refused.status, refused.heading) == (403, "Per questo serve SPID o CIE")
        assert refused.link("Entra con SPID o CIE") == f"/accedi?next={path}"
    assert (await browser.open("/accedi?next=/domande")).heading == "Accedi"


async def test_a_code_works_once(portal: Portal, everything_that_follows: Follow, messages: Messages) -> None:
    browser = await came_in(portal, everything_that_follows, messages)
    code = messages.code
    browser.client.cookies.delete("portal")
    again = await typed(browser, code)
    assert again.status == 422
    assert (await browser.open(LOW)).path == "/accedi"


async def test_the_number_is_asked_the_first_time_and_not_again(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    number = await known(portal)
    browser = portal.browser()
    await asked(browser)
    await everything_that_follows()
    without = await typed(browser, messages.code)
    assert "serve anche il numero" in without.text
    assert (await typed(browser, messages.code, number)).path == LOW
    other = portal.browser()
    await asked(other)
    await everything_that_follows()
    assert (await typed(other, messages.code)).path == LOW


async def test_of_a_shared_contact_the_number_says_who_comes_in(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    numbers = {persona: await known(portal, persona) for persona in (ROSA, DAVIDE)}
    for _round in range(2):
        for persona, number in numbers.items():
            browser = portal.browser()
            await asked(browser)
            await everything_that_follows()
            assert "serve anche il numero" in (await typed(browser, messages.code)).text
            page = await typed(browser, messages.code, number)
            assert persona.full_name in page.text


async def test_without_a_gateway_no_sms_is_offered(visitor: Browser, messages: Messages) -> None:
    assert "cellulare" not in (await visitor.open("/accedi/codice")).text
    assert "solo per e-mail" in (await asked(visitor, "333 1234567")).text
    assert messages.texts == []


async def test_with_a_gateway_the_code_comes_by_sms(
    portal: Portal, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = messages_caught(monkeypatch, is_sms=True)
    number, browser = await known(portal, email="", phone="333 123 4567"), portal.browser()
    await asked(browser, "+39 333-1234567")
    await everything_that_follows()
    assert texts.texts[-1].recipient == "+393331234567"
    assert (await typed(browser, texts.code, number)).path == LOW


async def test_spid_or_cie_later_leads_to_the_same_account(
    portal: Portal, everything_that_follows: Follow, messages: Messages, connection: AsyncConnection
) -> None:
    browser = await came_in(portal, everything_that_follows, messages)
    before = await accounts(connection)
    full = await portal.signed_in(ROSA)
    assert (await full.open("/area-personale")).status == 200
    assert await accounts(connection) == before
    ways = await connection.execute(sa.text("SELECT way FROM access.citizen_identity ORDER BY way"))
    assert ways.scalars().all() == ["cie", "code"]
    assert (await browser.open(LOW)).status == 200  # the code goes on working


async def accounts(connection: AsyncConnection) -> list[UUID]:
    found = await connection.execute(sa.text("SELECT id FROM access.account"))
    return list(found.scalars().all())
