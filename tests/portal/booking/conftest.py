"""An office that receives every morning for one need."""

from uuid import UUID

import pytest

import domain.scheduling.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from domain.scheduling import jobs
from tests.portal.conftest import Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page
from tests.support.scheduling.agendas import a_need, an_agenda

NEED = "Ho bisogno di parlare con qualcuno"


@pytest.fixture(autouse=True)
async def agenda_id(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """The agenda of the comune's office."""
    for name, job in jobs.JOBS.items():
        monkeypatch.setitem(worker.JOBS, name, job)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        facts = {"name": Localised({"it": NEED, "ar": "أحتاج إلى التحدث مع شخص ما"}), "slug": "parlare"}
        need_id = await a_need(work, portal.territory.comune_id, **facts, to_bring={"it": ("Un documento",)})
        return await an_agenda(work, portal.territory.office_id, [need_id], languages=("it", "ar"))


async def to_times(browser: Browser) -> Page:
    """From the search to the free times: with one office alone nothing is asked."""
    page = await browser.open("/prenota?q=parlare")
    return await browser.open(page.link(NEED))


async def to_contacts(browser: Browser) -> Page:
    """Having chosen the first free time."""
    times = await to_times(browser)
    return await browser.open(str(times.one("main a.btn-primary[rel=nofollow]")["href"]))


async def booked(browser: Browser) -> Page:
    """Somebody signed in has booked the first free time."""
    contacts = await to_contacts(browser)
    review = await browser.send(contacts.form("Continua").fill({"email": "rosa@posta.example"}))
    assert (review.status, review.path) == (200, "/prenotazioni/riepilogo"), review.text
    return await browser.send(review.form("Conferma l'appuntamento"))
