"""Asking to be called back, without signing in."""

import pytest
import sqlalchemy as sa

from domain.platform.work import unit_of_work
from tests.portal.conftest import Follow, Portal
from tests.support.desk import messages_caught
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


async def proven(portal: Portal) -> list[bool]:
    async with unit_of_work(SYSTEM, read_only=True, bind=portal.connection) as work:
        wanted = sa.text("SELECT proven_at IS NOT NULL FROM intake.contact_request")
        return list((await (await work.session.connection()).execute(wanted)).scalars())


async def test_a_code_sent_to_the_address_confirms_it_and_opens_nothing(
    portal: Portal, visitor: Browser, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = messages_caught(monkeypatch)
    page = await sent(visitor, email="fatima@example.org")
    assert (page.path, page.heading) == ("/richieste/conferma", "Conferma il tuo contatto")
    await everything_that_follows()
    wrong = await visitor.send(page.form("Conferma il contatto").fill({"code": "000000"}))
    assert wrong.status == 422
    done = await visitor.send(page.form("Conferma il contatto").fill({"code": messages.code}))
    assert done.path == "/richieste/inviata"
    await everything_that_follows()
    assert await proven(portal) == [True]
    entering = await visitor.open("/accedi/codice/conferma")
    assert (await visitor.send(entering.form("Entra").fill({"code": messages.code}))).status == 422
    assert (await visitor.open("/area-personale")).path == "/accedi"


async def test_without_the_code_the_request_is_there_all_the_same(
    portal: Portal, visitor: Browser, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages_caught(monkeypatch, is_sms=True)
    page = await sent(visitor)
    assert page.heading == "Conferma il tuo contatto"
    await everything_that_follows()
    assert (await visitor.open(page.link("Vai avanti senza codice"))).heading == "Abbiamo la tua richiesta"
    assert await proven(portal) == [False]
    assert (await sent(portal.browser(), phone="0577 123456")).path == "/richieste/inviata"


async def test_a_report_says_about_whom_it_is(portal: Portal, visitor: Browser) -> None:
    refused = await sent(visitor, kind="report")
    assert refused.status == 422
    assert "Scrivi chi ha bisogno di aiuto" in refused.text
    about = "La signora del secondo piano, via delle Rose 3"
    done = await visitor.send(refused.form("Manda la richiesta").fill({"about": about}))
    assert done.path == "/richieste/inviata"
    assert len(await kept(portal)) == 1
