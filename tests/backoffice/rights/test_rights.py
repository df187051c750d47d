"""Requests to put data right, terms of retention and shared records, at the office."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.privacy.actions.rectifications.ask_rectification import AskRectification, ask_rectification
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.terms import FactKind
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import ROSA


@pytest.fixture
async def rosa_id(office: Office) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory, ROSA)


@pytest.fixture
async def asked(office: Office, rosa_id: UUID) -> UUID:
    """Rosa says that her street is wrong."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        fact_id = await record_fact(
            work,
            SYSTEM,
            RecordFact(
                person_id=rosa_id,
                kind=FactKind.RESIDENCE,
                value={"street": "via Vecchia 1", "city": "Cascina", "postal_code": "56021"},
                starts_on=date(2020, 1, 1),
            ),
        )
    citizen = a_citizen(office.territory, rosa_id)
    async with unit_of_work(citizen, bind=office.connection) as work:
        command = AskRectification(person_id=rosa_id, fact_id=fact_id, wrong="La via", wanted="via Nuova 2")
        return await ask_rectification(work, citizen, command)


async def test_a_street_is_put_right(office: Office, asked: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    found = await browser.open("/rettifiche")
    assert ROSA.full_name in found.text
    page = await browser.open(found.link(ROSA.full_name))
    assert page.labelled("Via e numero")["value"] == "via Vecchia 1"
    form = page.form("Correggi e rispondi")
    wrong = await browser.send(form.fill({"street": "via Nuova 2", "postal_code": "12", "answer": "Fatto"}))
    assert wrong.status == 422
    assert "Il CAP ha cinque numeri." in wrong.text
    assert wrong.labelled("Via e numero")["value"] == "via Nuova 2"
    done = await browser.send(wrong.form("Correggi e rispondi").fill({"postal_code": "56021"}))
    assert "Il dato è corretto." in done.text
    assert "Correggi e rispondi" not in done.text
    assert "Nessuna richiesta" in (await browser.open("/rettifiche")).text
    assert ROSA.full_name in (await browser.open("/rettifiche?vista=risposte")).text


async def test_a_no_needs_a_reason(office: Office, asked: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"/rettifiche/{asked}")
    refused = await browser.send(page.form("Rispondi di no").fill({"refusal_reason": "no"}))
    assert refused.status == 422
    done = await browser.send(refused.form("Rispondi di no").fill({"refusal_reason": "L'anagrafe dice così."}))
    assert "L'anagrafe dice così." in done.text


async def test_more_time_is_taken_once(office: Office, asked: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open(f"/rettifiche/{asked}")
    form = page.form("Prendi altri due mesi").fill({"extension_reason": "Aspettiamo l'anagrafe."})
    done = await browser.send(form)
    assert "Hai due mesi in più." in done.text
    assert "Prendi altri due mesi" not in done.text


async def test_an_auditor_looks_on_and_a_neighbour_sees_nothing(office: Office, asked: UUID) -> None:
    auditor = await office.at_work(Role.AUDITOR)
    page = await auditor.open(f"/rettifiche/{asked}")
    assert page.status == 200
    assert "Correggi e rispondi" not in page.text
    neighbour = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    assert (await neighbour.open(f"/rettifiche/{asked}")).status == 404


async def test_a_term_is_decided_and_counted(office: Office) -> None:
    browser = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    assert "Da decidere" in (await browser.open("/conservazione")).text
    page = await browser.open("/conservazione/letter")
    form = page.form("Salva").fill({"outcome": "delete", "legal_ground": "massimario, riga 4"})
    wrong = await browser.send(form)
    assert wrong.status == 422
    assert "Scrivi dopo quanti mesi." in wrong.text
    done = await browser.send(wrong.form("Salva").fill({"months": "12"}))
    assert "Termine salvato." in done.text
    assert "massimario, riga 4" in done.text
    assert (await browser.open("/conservazione/nessuna")).status == 404
    assert (await (await office.at_work(Role.SOCIAL_WORKER)).open("/conservazione")).status == 403


async def test_a_record_is_shared_and_taken_back(office: Office, rosa_id: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    path = f"/persone/{rosa_id}/condivisioni"
    page = await browser.open(path)
    today = date.fromisoformat(str(page.labelled("Dal giorno")["value"]))
    form = page.form("Condividi la scheda").fill(
        {
            "to_ente_id": str(office.territory.neighbour_id),
            "purpose": "Frequenta il centro del vicino",
            "legal_ground": "regolamento",
            "ends_on": (today - timedelta(days=1)).isoformat(),
        }
    )
    wrong = await browser.send(form)
    assert wrong.status == 422
    done = await browser.send(
        wrong.form("Condividi la scheda").fill({"ends_on": (today + timedelta(days=9)).isoformat()})
    )
    assert "L'altro ente adesso vede la scheda." in done.text
    neighbour = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    shared = await neighbour.open("/condivisioni")
    assert "Frequenta il centro del vicino" in shared.text
    card = await neighbour.open(shared.link(ROSA.full_name))
    assert card.status == 200
    assert "Condivisioni" not in card.text
    ended = await browser.send(done.form("Togli la condivisione"))
    assert "L'altro ente non vede più la scheda." in ended.text
    assert (await neighbour.open(f"/persone/{rosa_id}")).status == 404
    assert "Nessun ente condivide schede con noi" in (await neighbour.open("/condivisioni")).text
    assert (await neighbour.open(path)).status == 404
