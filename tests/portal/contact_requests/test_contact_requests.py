"""Asking to be called back, without signing in."""

import sqlalchemy as sa

from domain.platform.work import unit_of_work
from tests.portal.conftest import Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page

ASKED = {"name": "Fatima", "phone": "333 1234567", "need": "Vorrei sapere del nido", "language": "ar"}


async def sent(browser: Browser, **changes: str) -> Page:
    page = await browser.open("/richieste/nuova")
    return await browser.send(page.form("Manda la richiesta").fill(ASKED | changes))


async def kept(portal: Portal) -> list[tuple[str, str, str]]:
    async with unit_of_work(SYSTEM, read_only=True, bind=portal.connection) as work:
        wanted = sa.text("SELECT name, phone, language FROM intake.contact_request")
        rows = await (await work.session.connection()).execute(wanted)
        return [(row.name, row.phone, row.language) for row in rows]


async def test_a_request_reaches_the_desk(portal: Portal, visitor: Browser) -> None:
    page = await sent(visitor)
    assert (page.path, page.heading) == ("/richieste/inviata", "Abbiamo la tua richiesta")
    assert await kept(portal) == [("Fatima", "333 1234567", "ar")]


async def test_without_telephone_and_email_nothing_is_lost(portal: Portal, visitor: Browser) -> None:
    page = await sent(visitor, phone="")
    assert page.status == 422
    assert "ci serve per risponderti" in page.text
    assert page.labelled("Di che cosa hai bisogno").get_text().strip() == ASKED["need"]
    assert await kept(portal) == []


async def test_a_program_that_fills_in_everything_is_thanked_and_not_heard(portal: Portal, visitor: Browser) -> None:
    assert (await sent(visitor, website="https://altri.example")).path == "/richieste/inviata"
    assert await kept(portal) == []


async def test_many_requests_at_once_must_wait(portal: Portal, visitor: Browser) -> None:
    for _ in range(5):
        assert (await sent(visitor)).status == 200
    assert (await sent(visitor)).status == 422
    assert len(await kept(portal)) == 5


async def test_who_is_signed_in_may_ask_too(portal: Portal, rosa: Browser) -> None:
    page = await rosa.open("/richieste/nuova")
    assert page.labelled("Come ti chiami")["value"] == "Maria Rosa Bellandi"
    assert (await sent(rosa)).path == "/richieste/inviata"
    assert len(await kept(portal)) == 1
