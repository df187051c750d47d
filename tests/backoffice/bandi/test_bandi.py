"""A planner writes a bando in the browser; the desk sees who has applied, with points, and corrects an answer."""

import io
import zipfile
from datetime import timedelta
from uuid import UUID

from python_calamine import CalamineWorkbook

from domain.catalogue.queries.bandi.bando_in_force import bando_in_force
from domain.catalogue.terms.bandi import BandoState
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.bandi import a_filled_bando_draft
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.html import Browser, Page
from tests.support.personas import ROSA

WORDS = {
    "title.it": "Aiuto a casa 2027",
    "summary.it": "Ore di aiuto a casa.",
    "contacts.it": "Ufficio di piano.",
    "act": "Determina n. 12",
    "appeal": "Ricorso nei termini di legge.",
    "documents": "Un documento",
    "opens_hour": "00:00",
    "closes_hour": "12:00",
}


async def a_bando(browser: Browser) -> tuple[UUID, Page]:
    """Written and published in the browser: open since yesterday, for ten days."""
    today = day_of(utcnow())
    page = await browser.open("/bandi")
    page = await browser.send(
        page.form("Inizia il bando").fill({"title": "Aiuto a casa 2027", "service_slug": "assistenza-domiciliare"})
    )
    bando_id = UUID(page.path.split("/")[2])
    hours = {
        "opens_on": (today - timedelta(days=1)).isoformat(),
        "closes_on": (today + timedelta(days=10)).isoformat(),
    }
    page = await browser.send(page.form("Salva").fill(WORDS | hours))
    page = await browser.open(page.link("Aggiungi una condizione"))
    line = {"line.1.question": "lives_alone", "line.1.comparison": "is", "line.1.value": "Sì"}
    page = await browser.send(page.form("Salva il criterio").fill({"label.it": "Vive da solo", "points": "3"} | line))
    page = await browser.open(page.link("Aggiungi delle fasce"))
    bands = {"band.1.up_to": "6.000", "band.1.points": "5", "band.2.up_to": "10.000", "band.2.points": "2,5"}
    typed = {"label.it": "ISEE basso", "question": "isee_amount"} | bands
    page = await browser.send(page.form("Salva il criterio").fill(typed))
    return bando_id, await browser.send(page.form("Pubblica il bando"))


async def rosa_applies(office: Office, bando_id: UUID) -> UUID:
    """Rosa lives alone, and her ISEE is 8.400,50."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        rosa = a_citizen(office.territory, await a_person(work, office.territory))
    async with unit_of_work(rosa, bind=office.connection) as work:
        draft = await a_filled_bando_draft(work, rosa, bando_id)
        await submit_application(work, rosa, SubmitApplication(application_id=draft.id))
    await office.follow()
    return draft.id


async def test_a_planner_writes_a_bando_and_publishes_it(office: Office) -> None:
    browser = await office.at_work(Role.PLANNER, office_id=office.territory.ambito_office_id)
    bando_id, page = await a_bando(browser)
    assert "Bando pubblicato" in page.text
    assert "Fino a 6000: 5 punti" in page.text
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        bando = await bando_in_force(work, bando_id)
        assert bando.state is BandoState.OPEN
        assert [one.label.in_("it") for one in bando.content.criteria] == ["Vive da solo", "ISEE basso"]
    longer = page.form("Sposta la chiusura").fill({"closes_on": "2020-01-01", "closes_hour": "12:00"})
    refused = await browser.send(longer.fill({"note": "Con determina n. 13."}))
    assert refused.status == 422
    assert "La chiusura deve venire dopo" in refused.text
    assert "Con determina n. 13." in refused.answer.text


async def test_a_criterion_that_is_not_right_is_shown_again_as_it_was_typed(office: Office) -> None:
    browser = await office.at_work(Role.PLANNER, office_id=office.territory.ambito_office_id)
    bando_id, _page = await a_bando(browser)
    page = await browser.open(f"/bandi/{bando_id}/criteri/vive_da_solo")
    assert page.one("#points")["value"] == "3"
    refused = await browser.send(page.form("Salva il criterio").fill({"points": "tanti"}))
    assert refused.status == 422
    assert refused.one("#points")["value"] == "tanti"
    edited = await browser.open(f"/bandi/{bando_id}/criteri/isee_basso")
    assert "6000" in edited.answer.text
    page = await browser.send(edited.form("Togli il criterio"))
    assert "Criterio tolto" in page.text


async def test_the_desk_reads_the_points_takes_them_away_as_a_file_and_corrects_an_answer(office: Office) -> None:
    planner = await office.at_work(Role.PLANNER, office_id=office.territory.ambito_office_id)
    bando_id, _page = await a_bando(planner)
    application_id = await rosa_applies(office, bando_id)
    desk = await office.at_work(Role.SOCIAL_WORKER)
    page = await desk.open(f"/bandi/{bando_id}/domande")
    assert "5,5 punti" in page.text
    for kind in ("xlsx", "ods"):
        file = await desk.client.get(f"/bandi/{bando_id}/domande/file/{kind}")
        rows = CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
        assert rows[0][4:] == ["Punti", "Vive da solo", "ISEE basso", "Motivo del ritardo"]
        assert rows[1][4:] == [5.5, 3.0, 2.5, ""]
    assert zipfile.ZipFile(io.BytesIO(file.content)).namelist()[0] == "mimetype"
    page = await desk.open(f"/domande/{application_id}/punti?risposta=isee_amount")
    sent = page.form("Correggi e conta di nuovo").fill({"isee_amount": "12.000", "reason": "ISEE nella banca dati."})
    page = await desk.send(sent)
    assert "Risposta corretta" in page.text
    assert "ISEE nella banca dati." in page.text
    assert page.heading == "I punti della domanda: 3"
    assert "/punti" in (await desk.open(f"/domande/{application_id}")).link("I punti della domanda, per il bando")


async def test_the_desk_reads_a_bando_of_the_ambito_begins_an_application_and_writes_none(office: Office) -> None:
    desk = await office.at_work(Role.SOCIAL_WORKER)
    planner = await office.at_work(Role.PLANNER, office_id=office.territory.ambito_office_id)
    bando_id, _page = await a_bando(planner)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
    read = await desk.open(f"/bandi/{bando_id}")
    assert "Questo bando lo scrive un altro ufficio" in read.text
    assert "Aggiungi una condizione" not in read.text
    assert (await desk.open(f"/bandi/{bando_id}/testi")).status == 403
    page = await desk.open((await desk.open("/bandi")).link("Aiuto a casa 2027"))
    refused = await desk.send(page.form("Vai alla domanda"))
    assert refused.status == 422
    assert "Scegli chi." in refused.text
    page = await desk.send(page.form("Vai alla domanda").fill({"codice_fiscale": ROSA.codice_fiscale}))
    assert page.path.startswith(f"/persone/{person_id}/domande/nuova")
    known = page.form("Inizia la domanda").fill({"way": "known"})
    assert (await desk.send(known)).path.endswith("/compilazione/1")
