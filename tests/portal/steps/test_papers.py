"""Documents on the page of a step, as somebody without scripts handles them."""

from datetime import timedelta

import pytest

from domain.kernel.clock import day_of, utcnow
from domain.platform.work import unit_of_work
from tests.domain.documents.gateways.samples import photo
from tests.domain.intake.papers.conftest import send_with_card
from tests.portal.conftest import Portal
from tests.support.given import a_citizen
from tests.support.html import Browser, Files, Page
from tests.support.journeys import answer, to_step
from tests.support.personas import ROSA
from web.locale import long_date


def a_page(width: int) -> Files:
    """A photograph that is like no other."""
    return [("identity", (f"foto{width}.jpg", photo(width, 300), "image/jpeg"))]


async def _send_the_rest(rosa: Browser, papers: Page) -> Page:
    review = await answer(rosa, papers)
    return await rosa.send(review.form("Invia la domanda"))


async def test_pages_come_one_after_the_other_and_become_one_document(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    none_yet = await rosa.send(page.form("Aggiungi un'altra pagina"))
    assert none_yet.status == 422
    assert "Manda il documento" in none_yet.text
    for width in (301, 302, 303):
        page = await rosa.send(page.form("Aggiungi un'altra pagina"), a_page(width))
        assert page.status == 200, page.text
    names = [" ".join(one.get_text(" ").split()) for one in page.soup.select(".ss-file-text")]
    assert [name.split()[0] for name in names] == ["foto301.jpg", "foto302.jpg", "foto303.jpg"]
    assert "Pagina 3" in names[2]
    assert page.soup.select("button[value^='up:']")[0]["value"] != "", "the first page cannot go up"
    assert len(page.soup.select("button[value^='up:']")) == 2
    moved = await rosa.send(page.form("Sposta prima foto303.jpg"))
    names = [one.get_text(" ").split()[0] for one in moved.soup.select(".ss-file-text")]
    assert names == ["foto301.jpg", "foto303.jpg", "foto302.jpg"]
    whole = await rosa.send(moved.form("Ho finito"))
    assert len(whole.soup.select(".ss-file-text")) == 1
    assert "identità" in whole.one(".ss-file-text").get_text()


@pytest.mark.parametrize("days", [30, -1])
async def test_a_card_that_was_sent_is_used_again_until_it_expires(portal: Portal, days: int) -> None:
    rosa = a_citizen(portal.territory, await portal.person(ROSA))
    async with unit_of_work(rosa, bind=portal.connection) as work:
        ends = work.today + timedelta(days=days)
        await send_with_card(work, rosa, ends)
    browser = await portal.signed_in(ROSA)
    page = await to_step(browser, "papers")
    if days < 0:
        assert f"È scaduto: {long_date(ends)}. Manda quello nuovo." in page.text
        assert not page.soup.select("button[value^='reuse:']")
        return
    assert f"Scade: {long_date(ends)}." in page.text
    used = await browser.send(page.form("Usa questo"))
    assert "Era già nel tuo fascicolo" in used.text
    left = await browser.send(used.form("Togli carta.jpg"))
    assert f"Scade: {long_date(ends)}." in left.text, "taken out of the application, it stays in the file"


async def test_a_promise_has_a_day_and_the_page_of_the_application_says_it(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    by = day_of(utcnow()) + timedelta(days=5)
    wrong = page.form("Salva e continua").fill({"identity.later": "yes", "identity.by": "2020-01-01"})
    told = await rosa.send(wrong)
    assert told.status == 422
    assert told.one("[id='identity.by']")["value"] == "2020-01-01"
    assert told.one("[id='identity.by-error']")
    form = told.form("Salva e continua").fill({"identity.by": by.isoformat()})
    receipt = await _send_the_rest(rosa, await rosa.send(form))
    shown = await rosa.open(receipt.path.removesuffix("/ricevuta"))
    assert f"arriva entro il {long_date(by)}" in shown.text
