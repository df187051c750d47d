"""The register of housing needs on the screens: filled by the desk, filtered, closed, opened again, as a file."""

from uuid import UUID

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind
from tests.backoffice.conftest import Office
from tests.support.given import LONG_AGO, SYSTEM, a_person
from tests.support.html import Browser
from tests.support.personas import ROSA

PATH = "/casa/fabbisogni"
FILLED = {
    "civil_status": "3",
    "citizenship": "IT",
    "channel": "PERSONA",
    "reasons": ["SPONTANEO"],
    "outcome": "orientation",
    "housing.kind": "rent",
    "housing.reason": "eviction",
    "housing.rooms": "3",
    "housing.people": "4",
}


@pytest.fixture
async def rosa(office: Office) -> UUID:
    """Rosa, of whom the registry knows enough for a sheet."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
        await record_contact(
            work, SYSTEM, RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 1234567")
        )
        home = RecordResidence(person_id=person_id, street="Via Lunga 1", starts_on=LONG_AGO)
        await record_residence(work, SYSTEM, home)
    return person_id


async def asked(office: Office, rosa: UUID) -> Browser:
    """Rosa has asked for a dwelling; a social worker looks at the register."""
    head = await office.at_work(Role.OFFICE_HEAD)
    desk = await head.open(f"/accoglienza/sportelli/{office.territory.office_id}")
    await head.send(desk.form("Salva le scelte").fill({"sections": ["housing"]}))
    sheet = await head.open(f"/accoglienza/schede/nuova?persona={rosa}")
    assert "la scheda è completa" in (await head.send(sheet.form("Completa la scheda").fill(FILLED))).text
    await office.follow()
    return await office.at_work(Role.SOCIAL_WORKER)


async def test_a_need_is_found_closed_with_a_reason_and_opened_again(office: Office, rosa: UUID) -> None:
    browser = await asked(office, rosa)
    listed = await browser.open(PATH)
    assert "1 fabbisogno" in listed.text
    need = await browser.open(listed.link(ROSA.full_name))
    assert "Una casa in affitto" in need.text
    assert "4 persone" in need.text
    empty = await browser.send(need.form("Chiudi"))
    assert empty.status == 422
    assert empty.one("#closing_code-error")
    closed = await browser.send(empty.form("Chiudi").fill({"closing_code": "NON_TROVATA.RINUNCIA", "note": "Resta lì"}))
    assert "Fabbisogno chiuso" in closed.text
    assert "Ricerca finita senza una casa" in closed.text
    assert "0 fabbisogni" in (await browser.open(PATH)).text
    assert ROSA.full_name in (await browser.open(f"{PATH}?stato=chiusi")).text
    again = await browser.send(closed.form("Riapri"))
    assert "Fabbisogno riaperto" in again.text


async def test_filters_and_the_file_say_the_same(office: Office, rosa: UUID) -> None:
    browser = await asked(office, rosa)
    for query, is_there in (("tipo=rent", True), ("tipo=buy", False), ("stanze=4", False), ("motivo=eviction", True)):
        assert (ROSA.full_name in (await browser.open(f"{PATH}?{query}")).text) is is_there, query
        answer = await browser.client.get(f"{PATH}/file?{query}")
        assert (ROSA.full_name in answer.text) is is_there, query
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.SOCIAL_WORKER, 200),
        (Role.DESK_OPERATOR, 200),
        (Role.ADMIN_CLERK, 403),
        (Role.THIRD_SECTOR, 403),
        (Role.PLANNER, 403),
        (Role.AUDITOR, 403),
    ],
)
async def test_who_reads_the_register(office: Office, role: Role, status: int) -> None:
    assert (await (await office.at_work(role)).open(PATH)).status == status
