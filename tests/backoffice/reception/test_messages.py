"""The words of the e-mails between offices, on their page."""

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office

PATH = "/accoglienza/sportelli/messaggi"


async def test_an_administrator_looks_at_the_preview_and_then_saves(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open((await browser.open("/accoglienza/sportelli")).link("E-mail tra uffici"))
    assert "il testo di partenza" in page.text
    typed = {"sent.subject": "Nuova scheda", "sent.body": "Da {giorni} giorni: {link}"}
    shown = await browser.send(page.form("Guarda l'anteprima").fill(typed))
    assert "Da 3 giorni: http" in shown.text
    assert "versione 1" not in shown.text
    saved = await browser.send(shown.form("Salva il testo"))
    assert "Testo salvato" in saved.text
    assert "versione 1" in saved.text


async def test_a_text_without_a_link_is_refused_and_stays(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    page = await browser.open(PATH)
    again = await browser.send(page.form("Salva il testo").fill({"sent.body": "Ciao a tutti"}))
    assert again.status == 422
    assert again.one("[id='sent.body-error']")
    assert again.one("[id='sent.body']").get_text().strip() == "Ciao a tutti"


async def test_a_head_reads_and_does_not_write(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    page = await head.open(PATH)
    assert "Anteprima" in page.text
    assert "Salva il testo" not in page.text
    assert (await (await office.at_work(Role.DESK_OPERATOR)).open(PATH)).status == 403


async def test_offices_without_an_address_are_named(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    assert "non hanno un indirizzo e-mail" in (await head.open(PATH)).text
    desk = await head.open(f"/accoglienza/sportelli/{office.territory.office_id}")
    assert "non ha un indirizzo e-mail" in desk.text
