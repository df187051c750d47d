"""The pages of the ISEE: written from the paper, put right, with what is missing in words, never without a reason."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person
from tests.support.html import Browser
from tests.support.personas import DAVIDE, ROSA

TODAY = day_of(utcnow())
PAPER = {
    "amount": "8.400,50",
    "dsu_number": "inps-isee-2026-12345678a-00",
    "declared_on": TODAY.isoformat(),
    "ends_on": (TODAY + timedelta(days=30)).isoformat(),
}


@dataclass(frozen=True)
class Desk:
    """Rosa has applied; Davide has not."""

    browser: Browser
    rosa: UUID
    davide: UUID

    @property
    def path(self) -> str:
        """The pages of Rosa's ISEE."""
        return f"/persone/{self.rosa}/isee"


@pytest.fixture
async def desk(office: Office) -> Desk:
    """A clerk at work."""
    await office.an_application()
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        rosa = await person_by_codice_fiscale(work, office.territory.ambito_id, ROSA.codice_fiscale)
        davide = await a_person(work, office.territory, DAVIDE)
    assert rosa
    return Desk(await office.at_work(Role.ADMIN_CLERK), rosa.id, davide)


async def test_a_certificate_is_written_and_its_omissions_are_said_in_words(desk: Desk) -> None:
    page = await desk.browser.open((await desk.browser.open(f"/persone/{desk.rosa}")).link("ISEE"))
    assert "Oggi non c'è un ISEE che vale" in page.text
    form = (await desk.browser.open(page.link("Scrivi un ISEE"))).form("Scrivi")
    wrong = await desk.browser.send(form.fill(PAPER | {"dsu_number": "12", "is_irregular": "true"}))
    assert wrong.status == 422
    assert "Scrivi il numero come sta sul foglio" in wrong.text
    assert "Scrivi quali omissioni o differenze ci sono" in wrong.text
    assert wrong.labelled("Valore dell'ISEE")["value"] == "8.400,50"
    done = await desk.browser.send(
        wrong.form("Scrivi").fill(PAPER | {"is_irregular": "true", "omissions": "Manca un conto corrente."})
    )
    assert (done.status, done.path) == (200, desk.path)
    for words in ("Vale oggi", "8.400,50", "INPS-ISEE-2026-12345678A-00", "Documento visto", "Anna Prova"):
        assert words in done.text
    assert "Omissioni o differenze scritte sul foglio" in done.text
    assert "Manca un conto corrente." in done.text


async def test_a_mistake_is_put_right_with_its_reason_and_can_be_taken_away(desk: Desk) -> None:
    form = (await desk.browser.open(f"{desk.path}/nuovo")).form("Scrivi")
    page = await desk.browser.send(form.fill(PAPER))
    edit = await desk.browser.open(page.link("Correggi"))
    assert edit.labelled("Valore dell'ISEE")["value"] == "8400,50"
    refused = await desk.browser.send(edit.form("Correggi").fill({"amount": "9400"}))
    assert refused.status == 422
    assert "Questa risposta serve." in refused.text
    mended = await desk.browser.send(refused.form("Correggi").fill({"amount": "9400", "reason": "Letto male"}))
    for words in ("Corretto.", "9.400,00", "non vale più", "Letto male"):
        assert words in mended.text
    assert "Un collega ha già cambiato questo dato" in (await desk.browser.open(edit.path)).text
    again = await desk.browser.open(mended.link("Correggi"))
    assert (await desk.browser.send(again.form("Togli questo ISEE"))).status == 422
    gone = await desk.browser.send(again.form("Togli questo ISEE").fill({"reason": "Di un'altra"}))
    assert "Oggi non c'è un ISEE che vale" in gone.text
    assert "Di un'altra" in gone.text


async def test_without_a_reason_the_page_does_not_open(desk: Desk) -> None:
    answer = await desk.browser.client.get(f"/persone/{desk.davide}/isee")
    assert answer.status_code == 403
    assert "solo se la persona ha una domanda o un caso aperto" in answer.text
