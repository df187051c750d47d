"""Administrators change their ente; others cannot."""

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office

ADMIN_PAGES = ("/ente", "/operatori", "/uffici/nuovo")
MACHINERY = ("/amministrazione/lavori", "/amministrazione/interruttori")


@pytest.mark.parametrize("path", [*ADMIN_PAGES, *MACHINERY])
async def test_a_plain_operator_is_refused_on_every_admin_page(office: Office, path: str) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert (await browser.open(path)).status == 403


@pytest.mark.parametrize("path", MACHINERY)
async def test_the_machinery_is_for_the_ambito_only(office: Office, path: str) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    assert (await browser.open(path)).status == 403


async def test_the_name_of_the_ente_changes_on_the_pages(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open("/ente")
    saved = await browser.send(page.form("Salva").fill({"name": "Comune di Nuovo Nome", "palette": "teal"}))
    assert "Salvato" in saved.text
    assert saved.labelled("Nome dell'ente")["value"] == "Comune di Nuovo Nome"


async def test_two_administrators_do_not_overwrite_each_other(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    first, second = await browser.open("/ente"), await browser.open("/ente")
    await browser.send(first.form("Salva").fill({"motto": "Il primo"}))
    late = await browser.send(second.form("Salva").fill({"motto": "Il secondo"}))
    assert late.status == 409


async def test_a_wrong_email_is_told_beside_the_field_and_nothing_typed_is_lost(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open("/ente")
    again = await browser.send(page.form("Salva").fill({"email": "non è un indirizzo", "motto": "Scritto ora"}))
    assert again.status == 422
    assert again.labelled("Frase sotto il nome")["value"] == "Scritto ora"
    assert again.soup.find(id="email-error") is not None


async def test_an_office_is_opened_and_its_hours_written(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    form = (await browser.open("/uffici/nuovo")).form("Apri").fill({"name": "Sportello Nuovo", "kind": "help_desk"})
    hours = await browser.send(form)
    assert "Orari di Sportello Nuovo" in hours.heading
    done = await browser.send(hours.form("Salva").fill({"0.0.opens": "9", "0.0.closes": "12:30"}))
    assert "Sportello Nuovo" in done.text


async def test_hours_that_overlap_are_told_beside_the_field(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open(f"/uffici/{office.territory.office_id}/orari")
    form = page.form("Salva").fill(
        {"1.0.opens": "9:00", "1.0.closes": "12:00", "1.1.opens": "11:00", "1.1.closes": "13:00"}
    )
    again = await browser.send(form)
    assert again.status == 422
    assert "l'ufficio è già aperto" in again.text


@pytest.mark.parametrize("typed", ["25:00", "nove", "9.75"])
async def test_an_hour_that_is_none_is_explained(office: Office, typed: str) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open(f"/uffici/{office.territory.office_id}/orari")
    again = await browser.send(page.form("Salva").fill({"2.0.opens": typed, "2.0.closes": "12:00"}))
    assert again.status == 422
    assert "Scrivi un'ora" in again.text


async def test_an_administrator_of_one_comune_cannot_touch_another(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open(f"/uffici/{office.territory.neighbour_office_id}/orari")
    assert page.status in (200, 404)
    if page.status == 200:
        assert (await browser.send(page.form("Salva"))).status in (403, 404)


async def test_a_route_is_turned_off_and_on_again(office: Office) -> None:
    browser = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    page = await browser.open("/amministrazione/interruttori")
    off = await browser.send(page.form("Spegni"))
    assert "case.charge spenta Accendi" in off.text
    assert "case.charge accesa Spegni" in (await browser.send(off.form("Accendi"))).text


async def test_any_route_is_turned_off_by_its_name(office: Office) -> None:
    browser = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    page = await browser.open("/amministrazione/interruttori")
    off = await browser.send(page.form("Spegni questa funzione").fill({"route": "portal:home"}))
    assert "portal:home spenta" in off.text
    wrong = await browser.send(off.form("Spegni questa funzione").fill({"route": "la home"}))
    assert wrong.status == 422
    assert wrong.labelled("Nome della funzione")["value"] == "la home"


async def test_roles_are_given_from_a_day_on(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    listed = await browser.open("/operatori")
    card = await browser.open(listed.link("Anna Prova"))
    form = card.form("Dai il ruolo").fill(
        {"role": "social_worker", "office_id": str(office.territory.office_id), "starts_on": "2027-01-01"}
    )
    assert "1 gen 2027" in (await browser.send(form)).text


async def test_no_job_has_failed(office: Office) -> None:
    browser = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    assert "Tutti i lavori sono riusciti" in (await browser.open("/amministrazione/lavori")).text
