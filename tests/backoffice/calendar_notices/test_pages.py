"""The pages of closed times, reminders and calendars: what an operator sees and can do there."""

from datetime import timedelta
from uuid import UUID

from domain.kernel.clock import ROME, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.agendas.close_time import CloseTime, close_time
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.terms import ResourceKind
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.scheduling.agendas import a_need_with_an_agenda
from tests.support.scheduling.appointments import Receiving


async def _closed(office: Office) -> str:
    """Somebody has an appointment on a day three weeks ahead, which is then closed; the address of the page."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        need_id, agenda_id = await a_need_with_an_agenda(work, office.territory.office_id)
    day = utcnow().astimezone(ROME).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=21)
    day -= timedelta(days=day.weekday() - 1)  # a Tuesday
    receiving = Receiving(office.connection, office.territory, need_id, agenda_id)
    await receiving.book(day, "Bianchi", booked_at=utcnow())
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        told = CloseTime(
            ente_id=office.territory.comune_id,
            office_id=office.territory.office_id,
            starts_at=day,
            ends_at=day + timedelta(hours=3),
        )
        closure_id: UUID = await close_time(work, SYSTEM, told)
    return f"/agende/chiusure/{closure_id}/avvisi"


async def test_a_closed_day_is_told_to_everybody_with_one_button_and_answers_by_voice_are_written_down(
    office: Office,
) -> None:
    path = await _closed(office)
    head = await office.at_work(Role.OFFICE_HEAD)
    page = await head.open(path)
    assert "Prova Bianchi" in page.text
    assert "Da avvisare" in page.text
    started = await head.send(page.form("Avvisa 1 persona e proponi un altro orario"))
    assert "Gli avvisi stanno partendo" in started.text
    assert "Persone avvisate: 0 su 1." in started.one("[role=status]").get_text(" ")
    section = started.one("#closing_state")
    assert section["hx-trigger"] == "every 2s"
    assert started.link("Aggiorna la pagina") == section["hx-get"] == f"{path}?avviati=1", "without scripts, by hand"
    await office.follow()
    fresh = await head.open(str(section["hx-get"]), hx_request="true", hx_request_type="partial")
    assert not fresh.soup.select("h1, [hx-trigger]"), "only the part that changes, which asks no more"
    assert "Persone avvisate: 1 su 1. Con un altro orario proposto: 1." in fresh.text
    assert "Gli avvisi sono partiti tutti." in fresh.text
    told = await head.open(path)
    assert "Avvisato, non ha ancora risposto" in told.text
    answered = await head.send(told.form("Ha detto sì a voce"))
    assert "Risposta registrata" in answered.text
    assert "Ha accettato" in answered.text
    again = await head.send(told.form("Ha detto no a voce"))
    assert again.status == 422
    assert "Questa proposta non vale più" in again.text


async def test_an_administrator_chooses_the_hours_of_reminders(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open("/amministrazione/promemoria")
    wrong = await admin.send(page.form("Salva").fill({"reminder_hours": "48, domani"}))
    assert wrong.status == 422
    assert wrong.labelled("Quante ore prima ricordare l'appuntamento")["value"] == "48, domani"
    saved = await admin.send(wrong.form("Salva").fill({"reminder_hours": "72, 2", "most_offers": "1"}))
    assert "Salvato" in saved.text
    assert saved.labelled("Quante ore prima ricordare l'appuntamento")["value"] == "72, 2"


async def test_an_administrator_says_how_many_appointments_are_booked(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open("/amministrazione/prenotazioni")
    assert (page.labelled("Quanti per lo stesso motivo")["value"], page.labelled("Quanti in tutto")["value"]) == (
        "1",
        "3",
    )
    wrong = await admin.send(page.form("Salva").fill({"most_per_need": "4"}))
    assert wrong.status == 422
    assert "Scrivi un numero che non sia minore di quello per lo stesso motivo." in wrong.text
    saved = await admin.send(wrong.form("Salva").fill({"most_in_all": "5"}))
    assert "Salvato" in saved.text
    assert saved.labelled("Quanti in tutto")["value"] == "5"


async def test_a_private_calendar_is_made_read_without_a_session_and_closed(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER, names="Carla Neri")
    empty = await browser.open("/il-mio-accesso/calendari")
    assert "Non hai ancora un'agenda" in empty.text
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        room = SetResource(
            ente_id=office.territory.comune_id,
            office_id=office.territory.office_id,
            kind=ResourceKind.ROOM,
            name="Stanza blu",
        )
        await set_resource(work, SYSTEM, room)
    page = await browser.open("/il-mio-accesso/calendari")
    made = await browser.send(page.form("Crea un indirizzo nuovo, senza nomi"))
    address = made.one("main section p[translate=no]").get_text().strip()
    assert address.endswith(".ics")
    path = "/calendari/" + address.rpartition("/")[2]
    file = (await office.browser().open(path)).answer
    assert file.headers["content-type"].startswith("text/calendar")
    assert file.headers["cache-control"] == "private, no-store"
    assert file.text.startswith("BEGIN:VCALENDAR")
    closed = await browser.send((await browser.open("/il-mio-accesso/calendari")).form("Chiudi questo indirizzo"))
    assert "Fatto" in closed.text
    assert (await office.browser().open(path)).status == 404
    busy = await browser.open(closed.link("Impegni presi altrove di Stanza blu"))
    wrong = await browser.send(busy.form("Leggi questo calendario").fill({"address": "http://10.0.0.1/a.ics"}))
    assert wrong.status == 422
    assert "Scrivi un indirizzo che comincia con https://" in wrong.text
