"""The desk checks titles and writes decrees down; a CAF keeps the mandates given to it."""

import io
from datetime import timedelta
from uuid import UUID

import pikepdf
import pytest

from domain.kernel.clock import utcnow
from domain.kernel.roles import Role
from domain.kernel.titles import Title
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.queries import offices
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work
from domain.registry.actions.declare_guardianship import DeclareGuardianship, declare_guardianship
from domain.registry.terms import GuardianshipKind
from tests.backoffice.conftest import Office
from tests.support.acting import Browsing, browsing
from tests.support.given import LONG_AGO, SYSTEM, a_person, an_office
from tests.support.html import Browser, Files, Page
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF


def _pdf() -> bytes:
    made = io.BytesIO()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


PAPER: Files = [("file", ("firmato.pdf", _pdf(), "application/pdf"))]


async def _declared(office: Office) -> UUID:
    """Fatima has said that Youssef is her son."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await a_person(work, office.territory, FATIMA)
    fatima = await (await browsing(office.connection, office.territory, FATIMA)).now()
    command = DeclareGuardianship(
        kind=GuardianshipKind.PARENT,
        given_name=YOUSSEF.given_name,
        family_name=YOUSSEF.family_name,
        codice_fiscale=YOUSSEF.codice_fiscale,
        born_on=YOUSSEF.born_on,
        declaration="prova",
    )
    async with unit_of_work(fatima, bind=office.connection) as work:
        return (await declare_guardianship(work, fatima, command)).id


async def test_the_desk_verifies_what_a_mother_declared(office: Office) -> None:
    await _declared(office)
    desk = await office.at_work(Role.DESK_OPERATOR)
    waiting = await desk.open("/tutele")
    assert FATIMA.full_name in waiting.text
    sheet = await desk.open(waiting.link(YOUSSEF.full_name))
    done = await desk.send(sheet.form("Verificata"))
    assert "può agire per la persona" in done.text
    assert "Non c'è niente da verificare" in (await desk.open("/tutele")).text


async def test_a_refusal_needs_a_reason(office: Office) -> None:
    title_id = await _declared(office)
    desk = await office.at_work(Role.DESK_OPERATOR)
    sheet = await desk.open(f"/tutele/{title_id}")
    again = await desk.send(sheet.form("Rifiuta"))
    assert again.status == 422
    done = await desk.send(again.form("Rifiuta").fill({"reason": "Manca l'atto di nascita."}))
    assert "Manca l'atto di nascita." in done.text
    assert "Non accettata" in done.text


async def test_the_neighbours_desk_does_not_find_it(office: Office) -> None:
    title_id = await _declared(office)
    there = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.neighbour_office_id)
    assert (await there.open(f"/tutele/{title_id}")).status == 404
    assert YOUSSEF.full_name not in (await there.open("/tutele")).text


async def test_a_decree_is_written_down_corrected_and_ended(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        rosa = await a_person(work, office.territory, ROSA)
        await a_person(work, office.territory, DAVIDE, ente_id=office.territory.neighbour_id)
    desk = await office.at_work(Role.DESK_OPERATOR)
    page = await desk.open(f"/persone/{rosa}/tutele")
    facts = {
        "guardian_codice_fiscale": DAVIDE.codice_fiscale,
        "guardian_family_name": "Rossi",
        "kind": "support_administrator",
        "decree": "203/2022",
        "court": "Tribunale di Prova",
    }
    refused = await desk.send(page.form("Scrivi la tutela").fill(facts), PAPER)
    assert refused.status == 422
    assert "non corrispondono a una persona" in refused.text
    right = refused.form("Scrivi la tutela").fill({"guardian_family_name": DAVIDE.family_name})
    sheet = await desk.send(right, PAPER)
    assert "Controllata" in sheet.text, sheet.text
    assert (await desk.open(sheet.link("Il decreto"))).answer.content.startswith(b"%PDF")
    corrected = await desk.send(sheet.form("Salva la correzione").fill({"decree": "204/2022"}))
    assert "204/2022" in corrected.text
    ended = await desk.send(corrected.form("Scrivi l'ultimo giorno").fill({"last_day": "2020-01-01"}))
    assert ended.status == 422
    yesterday = (utcnow().date() - timedelta(days=1)).isoformat()
    early = await desk.send(ended.form("Scrivi l'ultimo giorno").fill({"last_day": yesterday}))
    assert early.status == 422, "it started today"


@pytest.fixture
async def caf(office: Office) -> UUID:
    """A CAF in the ambito, with an office."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        command = OpenEnte(
            kind=EnteKind.THIRD_SECTOR,
            name="CAF Prova",
            slug=f"caf-{office.territory.ambito_id.hex[:8]}",
            ambito_id=office.territory.ambito_id,
            is_taking_mandates=True,
        )
        ente_id = await open_ente(work, SYSTEM, command)
        await a_person(work, office.territory, ROSA)
        return await an_office(work, ente_id)


async def _mandate(operator: Browser, **changes: str) -> Page:
    page = await operator.open("/mandati/nuovo")
    facts = {
        "codice_fiscale": ROSA.codice_fiscale,
        "family_name": ROSA.family_name,
        "born_on": ROSA.born_on.isoformat(),
        "is_identified": "true",
        "mandate_number": "M-77",
        "ends_on": (utcnow().date() + timedelta(days=200)).isoformat(),
    }
    return await operator.send(page.form("Scrivi il mandato").fill(facts | changes), PAPER)


async def test_a_caf_writes_a_signed_mandate_down_and_its_operator_acts(office: Office, caf: UUID) -> None:
    at_caf = await office.at_work(Role.THIRD_SECTOR, office_id=caf)
    listed = await _mandate(at_caf)
    assert "Mandato scritto" in listed.text
    assert ROSA.full_name in listed.text
    await office.follow()
    oksana = await _works_at(office, caf)
    mandates = (await oksana.now()).mandates
    assert [one.title for one in mandates] == [Title.MANDATE]
    gone = await at_caf.send((await at_caf.open("/mandati")).form("Rinuncia al mandato"))
    assert "Il mandato è finito" in gone.text
    assert (await oksana.now()).mandates == ()


async def _works_at(office: Office, office_id: UUID) -> Browsing:
    """Oksana has a role in the office, and is on the portal with her own digital identity."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        ente_id = (await offices.office(work, office_id)).ente_id
        command = RegisterOperator(
            ente_id=ente_id,
            given_name=OKSANA.given_name,
            family_name=OKSANA.family_name,
            email=f"o{ente_id.hex[:6]}@prova.example",
            codice_fiscale=OKSANA.codice_fiscale,
        )
        operator_id = await register_operator(work, SYSTEM, command)
        await assign_role(
            work,
            SYSTEM,
            AssignRole(operator_id=operator_id, office_id=office_id, role=Role.THIRD_SECTOR, starts_on=LONG_AGO),
        )
    return await browsing(office.connection, office.territory, OKSANA)


@pytest.mark.parametrize(
    "wrong", [{"family_name": "Rossi"}, {"born_on": "1950-01-01"}, {"codice_fiscale": YOUSSEF.codice_fiscale}]
)
async def test_one_answer_for_who_is_unknown_and_for_a_wrong_fact(
    office: Office, caf: UUID, wrong: dict[str, str]
) -> None:
    refused = await _mandate(await office.at_work(Role.THIRD_SECTOR, office_id=caf), **wrong)
    assert refused.status == 422
    assert "I dati non corrispondono a una persona che conosciamo" in refused.text


async def test_without_the_persons_document_there_is_no_mandate(office: Office, caf: UUID) -> None:
    at_caf = await office.at_work(Role.THIRD_SECTOR, office_id=caf)
    page = await at_caf.open("/mandati/nuovo")
    form = page.form("Scrivi il mandato").fill({"codice_fiscale": "sbagliato"})
    refused = await at_caf.send(form)
    assert refused.status == 422
    assert refused.labelled("Il mandato firmato")["aria-invalid"] == "true"


async def test_another_body_has_no_mandates_to_write(office: Office) -> None:
    here = await office.at_work(Role.THIRD_SECTOR)
    assert (await _mandate(here)).status == 403
    desk = await office.at_work(Role.DESK_OPERATOR)
    assert (await desk.open("/mandati")).status == 403
