"""What happens to a sheet on the screens: sent, proposed, refused, noted; who may come; how a desk is set up."""

from typing import Any
from uuid import UUID

import pytest

from domain.kernel.roles import Role
from domain.organization.queries.offices import offices_of
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.backoffice.reception.conftest import FILLED, chosen
from tests.support.given import SYSTEM, an_office
from tests.support.html import Browser, Page
from tests.support.personas import ROSA


async def a_sheet(office: Office) -> tuple[Browser, Page]:
    """A complete sheet of Rosa, before the operator who wrote it."""
    browser = await office.at_work(Role.DESK_OPERATOR, names="Luca Banco")
    return browser, await browser.send((await chosen(browser)).form("Completa la scheda").fill(FILLED))


async def another_office(office: Office) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await an_office(work, office.territory.comune_id)


async def test_a_sheet_is_sent_and_returned_with_a_note_that_the_sender_reads(office: Office, rosa: UUID) -> None:
    there = await another_office(office)
    browser, sheet = await a_sheet(office)
    form = sheet.form("Invia la scheda").fill(
        {"send.to_office_id": str(there), "send.reason": "Abita in quel quartiere"}
    )
    assert "Inviata, aspetta risposta" in (await browser.send(form)).text
    other = await office.at_work(Role.DESK_OPERATOR, office_id=there, names="Ida Altrove")
    received = await other.open((await other.open("/accoglienza?vista=ricevute")).link(ROSA.full_name))
    assert "Abita in quel quartiere" in received.text
    empty = await other.send(received.form("Restituisci la scheda"))
    assert empty.status == 422
    back = await other.send(empty.form("Restituisci la scheda").fill({"return.answer": "Non è di qui"}))
    assert "Scheda restituita" in back.text
    assert "Non è di qui" in (await browser.open(sheet.path)).text


async def test_sending_without_saying_where_keeps_the_reason(office: Office, rosa: UUID) -> None:
    browser, sheet = await a_sheet(office)
    again = await browser.send(sheet.form("Invia la scheda").fill({"send.reason": "Perché sì"}))
    assert again.status == 422
    assert again.one("[id='send.reason']").get_text().strip() == "Perché sì"
    assert again.one("[id='send.to_office_id-error']")


async def test_a_proposal_is_seen_and_becomes_a_case(office: Office, rosa: UUID) -> None:
    there = await another_office(office)
    browser, sheet = await a_sheet(office)
    answers = {"propose.to_office_id": str(there), "propose.category": "4", "propose.urgency": "now"}
    assert "Proposta, da vedere" in (await browser.send(sheet.form("Proponi").fill(answers))).text
    worker = await office.at_work(Role.SOCIAL_WORKER, office_id=there, names="Sara Sociale")
    proposed = await worker.open((await worker.open("/accoglienza?vista=proposte")).link(ROSA.full_name))
    await worker.send(proposed.form("L'ho vista"))
    assert "Vista" in (await browser.open(sheet.path)).text
    case = await worker.send((await worker.open(proposed.path)).form("Accetta"))
    assert "Proposta accettata" in case.text
    assert "Contatti con lo sportello" in case.text
    assert "Proposta dello sportello accettata" in case.text
    assert (await worker.open(case.link("Scheda del"))).heading == ROSA.full_name


async def test_a_refused_proposal_tells_the_desk_why(office: Office, rosa: UUID) -> None:
    there = await another_office(office)
    browser, sheet = await a_sheet(office)
    await browser.send(sheet.form("Proponi").fill({"propose.to_office_id": str(there), "propose.category": "4"}))
    worker = await office.at_work(Role.SOCIAL_WORKER, office_id=there)
    page = await worker.open(sheet.path)
    await worker.send(page.form("Respingi la proposta").fill({"refuse.reason": "La segue già il CSM"}))
    assert "La segue già il CSM" in (await browser.open(sheet.path)).text


async def test_a_note_is_written_in_the_desks_diary(office: Office, rosa: UUID) -> None:
    browser, sheet = await a_sheet(office)
    noted = await browser.send(sheet.form("Scrivi la nota").fill({"text": "Richiamare lunedì", "is_private": "true"}))
    assert "Richiamare lunedì" in noted.text
    colleague = await office.at_work(Role.DESK_OPERATOR)
    assert "Richiamare lunedì" not in (await colleague.open(sheet.path)).text


async def test_the_file_holds_what_the_list_shows(office: Office, rosa: UUID) -> None:
    browser, _sheet = await a_sheet(office)
    answer = await browser.client.get("/accoglienza/file?vista=tutte")
    assert ROSA.full_name in answer.text
    assert answer.headers["cache-control"] == "no-store"
    none = await browser.client.get("/accoglienza/file?vista=tutte&esito=emergency")
    assert ROSA.full_name not in none.text


@pytest.mark.parametrize(
    ("role", "list_status", "counts_status"),
    [
        (Role.DESK_OPERATOR, 200, 200),
        (Role.THIRD_SECTOR, 200, 200),
        (Role.PLANNER, 403, 200),
        (Role.ACCOUNTANT, 403, 403),
        (Role.ENTE_ADMIN, 403, 403),
        (Role.AUDITOR, 403, 403),
    ],
)
async def test_who_comes_to_the_desk_and_to_its_numbers(
    office: Office, role: Role, list_status: int, counts_status: int
) -> None:
    browser = await office.at_work(role)
    assert (await browser.open("/accoglienza")).status == list_status
    assert (await browser.open("/accoglienza/cruscotto")).status == counts_status


async def test_the_numbers_lead_to_their_lists(office: Office, rosa: UUID) -> None:
    browser, _sheet = await a_sheet(office)
    counts = await browser.open("/accoglienza/cruscotto")
    listed = await browser.open(counts.link("Orientamento a un servizio"))
    assert ROSA.full_name in listed.text
    assert ROSA.full_name in (await browser.open(counts.link("Casa"))).text


async def test_a_head_sets_the_desk_up_and_the_sheet_follows(office: Office, rosa: UUID) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        (mine, *_more) = await offices_of(work, SYSTEM, office.territory.comune_id)
    page = await head.open((await head.open("/accoglienza/sportelli")).link(mine.name))
    answers: dict[str, Any] = {"sections": ["housing", "foreign"], "desk_points": "Piazza 1\nVia Nuova 2"}
    assert "Scelte salvate" in (await head.send(page.form("Salva le scelte").fill(answers))).text
    sheet = await (await office.at_work(Role.DESK_OPERATOR)).open("/accoglienza/schede/nuova")
    assert sheet.one("[id='housing.reason']")
    assert sheet.one("[id='desk_point']")
    assert not sheet.soup.find(id="work.kind")


async def test_a_notice_once_published_is_part_of_the_sheet(office: Office, rosa: UUID) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    page = await head.open(f"/accoglienza/sportelli/{office.territory.office_id}")
    text = "Usiamo i tuoi dati per darti i servizi sociali."
    assert "versione 1" in (await head.send(page.form("Pubblica l'informativa").fill({"text": text}))).text
    browser = await office.at_work(Role.DESK_OPERATOR)
    sheet = await chosen(browser)
    assert text in sheet.text
    again = await browser.send(sheet.form("Completa la scheda").fill(FILLED))
    assert again.one("#notice_way-error")
    done = await browser.send(again.form("Completa la scheda").fill({"notice_way": "signed"}))
    assert "Informativa versione 1" in done.text


async def test_another_offices_head_does_not_set_the_desk_up(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD, office_id=await another_office(office))
    assert (await head.open(f"/accoglienza/sportelli/{office.territory.office_id}")).status == 403
