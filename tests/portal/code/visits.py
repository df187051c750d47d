"""What people do at the pages of the one-time code."""

from tests.portal.conftest import Follow, Portal
from tests.support.desk import EMAIL, Messages, recognised
from tests.support.html import Browser, Page
from tests.support.personas import ROSA, Persona

LOW = "/il-mio-accesso"


async def asked(browser: Browser, contact: str = EMAIL, next_path: str = "") -> Page:
    page = await browser.open(f"/accedi/codice?next={next_path}")
    return await browser.send(page.form("Mandami il codice").fill({"contact": contact}))


async def typed(browser: Browser, code: str, number: str = "") -> Page:
    page = await browser.open("/accedi/codice/conferma")
    return await browser.send(page.form("Entra").fill({"code": code, "number": number}))


async def known(portal: Portal, persona: Persona = ROSA, **facts: str) -> str:
    person_id = await portal.person(persona)
    return await recognised(portal.connection, portal.territory, person_id, **facts)


async def came_in(portal: Portal, follow: Follow, messages: Messages) -> Browser:
    """Rosa, in with a code for the first time."""
    number = await known(portal)
    browser = portal.browser()
    await asked(browser)
    await follow()
    assert (await typed(browser, messages.code, number)).path == LOW
    return browser
