"""The sheet of the day, as people use it."""

from uuid import UUID

from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.personas import ROSA
from tests.support.scheduling.expecting import Expecting, at

PATH = "/appuntamenti"


async def test_who_is_expected_arrives_with_a_number_and_a_sheet_that_is_filled_in(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    appointment_id = await expecting.book(person_id=rosa, language="ar", note="Porta i bambini")
    with as_of(at(9, 5)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        page = await browser.open(PATH)
        row = page.one(f"#appointment-{appointment_id}").get_text(" ")
        for words in (ROSA.full_name, "Motivo", "Prenotato", "in ritardo", "Porta i bambini", "العربية"):
            assert words in row
        arrived = await browser.send(page.form("È arrivato"))
        assert "il suo numero è 1" in arrived.text
        waiting = await browser.open("/accoglienza/attesa")
        assert "appuntamento delle 09:00" in waiting.one("#number-1").get_text(" ")
        sheet = await browser.send(arrived.form("Apri la scheda"))
        assert sheet.one("input[name=person_id]")["value"] == str(rosa)
        assert sheet.one("#channel option[selected]")["value"] == "PERSONA"
        again = await browser.send((await browser.open(PATH)).form("Apri la scheda"))
        assert again.path == sheet.path, "one appointment has one sheet"


async def test_a_code_or_a_health_card_read_into_the_field_notes_the_arrival(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    await expecting.book(person_id=rosa)
    with as_of(at(9, 5)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        found = await browser.open(f"/cerca?q={ROSA.codice_fiscale}")
        assert "Oggi alle 09:00 ha un appuntamento." in found.text, "a card in the search box opens the person"
        page = await browser.open(PATH)
        wrong = await browser.send(page.form("Segna l'arrivo").fill({"code": "ZZZZ"}))
        assert wrong.status == 422
        assert "Nessun appuntamento di oggi ha questo codice" in wrong.text
        arrived = await browser.send(wrong.form("Segna l'arrivo").fill({"code": ROSA.codice_fiscale.lower()}))
        assert "il suo numero è 1" in arrived.text
        again = await browser.send(arrived.form("Segna l'arrivo").fill({"code": ROSA.codice_fiscale}))
        assert again.path == "/accoglienza/attesa", "there already: a number by name, if it is wanted"
        assert ROSA.full_name in again.text


async def test_a_mark_is_taken_back(office: Office, expecting: Expecting) -> None:
    appointment_id = await expecting.book(given_name="Chi", family_name="Chiama")
    with as_of(at(9, 5)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        absent = await browser.send((await browser.open(PATH)).form("Non è venuto"))
        assert "Non è venuto" in absent.one(f"#appointment-{appointment_id} .badge").get_text()
        back = await browser.send(absent.form("Annulla"))
        assert "Prenotato" in back.one(f"#appointment-{appointment_id} .badge").get_text()
        late = await browser.send(back.form("Ha avvisato: ritarda"))
        assert "ha avvisato che ritarda" in late.text
        token = late.one("[name=_csrf_token]")["value"]
        unknown = await browser.client.post(f"{PATH}/{appointment_id}/boh", data={"_csrf_token": token})
        assert unknown.status_code == 404


async def test_what_is_hidden_is_on_no_sheet_of_another_office(office: Office, expecting: Expecting) -> None:
    await expecting.book(given_name="Chi", family_name="Scappa", is_hidden=True)
    await expecting.book(at(9, 30), given_name="Chi", family_name="Chiama")
    with as_of(at(8, 30)):
        admin = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
        seen = await admin.open(f"{PATH}?ufficio={office.territory.office_id}")
        assert "Chiama" in seen.text
        assert "Scappa" not in seen.text
        own = await (await office.at_work(Role.DESK_OPERATOR)).open(PATH)
        assert "Scappa" in own.text
