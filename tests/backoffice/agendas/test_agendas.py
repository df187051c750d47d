"""Agendas on the screens: opened, filled with hours, closed, looked at and measured."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from domain.kernel.clock import ROME, day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.terms import Way
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.questions import Questions
from tests.support.scheduling.agendas import a_need, a_room, an_agenda


async def a_head(office: Office) -> Browser:
    return await office.at_work(Role.OFFICE_HEAD)


async def an_opened_agenda(office: Office, **facts: Any) -> tuple[UUID, UUID]:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        need_id = await a_need(work, office.territory.comune_id)
        return need_id, await an_agenda(work, office.territory.office_id, [need_id], **facts)


async def test_a_head_opens_an_agenda_and_writes_its_hours_row_by_row(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        need_id = await a_need(work, office.territory.comune_id)
        room_id = await a_room(work, office.territory.comune_id)
    browser = await a_head(office)
    form = (await browser.open("/agende/nuova")).form("Salva l'agenda")
    form.fill({"name": "Sportello prova", "need_ids": str(need_id), "resource_ids": str(room_id)})
    page = await browser.send(form)
    assert page.heading == "Orari di Sportello prova"
    row = {"row.0.weekday": "0", "row.0.opening_time": "09:00", "row.0.closing_time": "12:00"}
    page = await browser.send(page.form("Aggiungi una fascia").fill(row))
    assert page.one("#row\\.1\\.opening_time")["value"] == "09:00"
    assert page.one("#row\\.1\\.weekday option[selected]").text == "martedì"
    page = await browser.send(page.form("Salva gli orari").fill({"row.1.closing_time": "08:00"}))
    assert page.status == 422
    assert "viene dopo quella di apertura" in page.one("#row\\.1\\.closing_time-error").text
    page = await browser.send(page.form("Togli la fascia 1"))
    page = await browser.send(page.form("Salva gli orari").fill({"row.0.closing_time": "11:00"}))
    assert page.heading == "Sportello prova"
    assert "09:00–11:00" in page.text
    assert "Motivo" in page.text
    page = await browser.open(f"/agende?settimana={day_of(utcnow()) + timedelta(days=7)}")
    assert page.soup.select("table td a[aria-label*='ore 09:00: libero']")


async def test_a_day_besides_the_week_is_added_and_taken_away(office: Office) -> None:
    _need_id, agenda_id = await an_opened_agenda(office, openings=())
    browser, day = await a_head(office), day_of(utcnow()) + timedelta(days=9)
    form = (await browser.open(f"/agende/{agenda_id}/aperture/nuova")).form("Salva l'apertura")
    form.fill({"opens_on": day.isoformat(), "opening_time": "14:00", "closing_time": "13:00"})
    page = await browser.send(form)
    assert page.status == 422
    assert page.one("#opening_time")["value"] == "14:00"
    page = await browser.send(page.form("Salva l'apertura").fill({"closing_time": "16:00"}))
    assert "14:00–16:00" in page.text
    page = await browser.send(page.form("Togli l'apertura"))
    assert "14:00–16:00" not in page.text


async def test_a_colleague_who_changed_the_agenda_meanwhile_is_not_overwritten(office: Office) -> None:
    _need_id, agenda_id = await an_opened_agenda(office)
    browser = await a_head(office)
    first = (await browser.open(f"/agende/{agenda_id}/modifica")).form("Salva l'agenda")
    second = (await browser.open(f"/agende/{agenda_id}/modifica")).form("Salva l'agenda")
    assert "Piano terra" in (await browser.send(first.fill({"place": "Piano terra"}))).text
    page = await browser.send(second.fill({"place": "Primo piano"}))
    assert page.status == 422
    assert "ha cambiato questa agenda nel frattempo" in page.text
    assert page.one("#place")["value"] == "Primo piano"


async def test_the_week_of_another_agenda_is_copied(office: Office) -> None:
    _need_id, from_id = await an_opened_agenda(office)
    _need_id, to_id = await an_opened_agenda(office, openings=())
    page = await (await a_head(office)).open(f"/agende/{to_id}/orari?da={from_id}")
    assert len(page.soup.select("fieldset[id^=rows-]")) == 5
    assert page.one("#row\\.4\\.opening_time")["value"] == "09:00"


async def test_an_agenda_is_closed_for_a_day_and_opened_again(office: Office) -> None:
    _need_id, agenda_id = await an_opened_agenda(office)
    browser, day = await a_head(office), day_of(utcnow()) + timedelta(days=7)
    week = f"/agende?settimana={day}"
    assert "non si riceve" not in (await browser.open(week)).text
    first = day - timedelta(days=day.weekday())
    asked = f"di=agenda-{agenda_id}&dal={first}&al={first + timedelta(days=6)}"
    page = await browser.open(f"/agende/chiusure/nuova?{asked}")
    assert "0 appuntamenti in queste ore" in page.text
    page = await browser.send(page.form("Chiudi in queste ore").fill({"reason": "Trasloco"}))
    assert "Trasloco" in page.text
    assert "non si riceve" in (await browser.open(week)).text
    page = await browser.send(page.form("Togli la chiusura"))
    assert "Non c'è nessuna chiusura" in page.text
    assert "non si riceve" not in (await browser.open(week)).text


async def test_a_closure_that_ends_before_it_begins_is_told_beside_the_answer(office: Office) -> None:
    _need_id, agenda_id = await an_opened_agenda(office)
    page = await (await a_head(office)).open(
        f"/agende/chiusure/nuova?di=agenda-{agenda_id}&dal=2027-02-03&al=2027-02-01"
    )
    assert page.one("#al-error")
    assert not page.soup.select("form[method=post][action='/agende/chiusure']")


async def test_a_reason_and_an_interpreter_are_written_and_changed(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    form = (await browser.open("/amministrazione/motivi/nuovo")).form("Salva il motivo")
    page = await browser.send(form.fill({"name.it": "", "minutes": "2"}))
    assert page.status == 422
    assert page.one("#name\\.it-error")
    words = {"name.it": "Pagare l'affitto", "name.ar": "الإيجار", "to_bring.it": "Carta d'identità\nContratto"}
    page = await browser.send(page.form("Salva il motivo").fill({**words, "minutes": "45"}))
    assert "Pagare l'affitto" in page.text
    assert "45 minuti" in page.text
    page = await browser.open(page.link("Pagare l'affitto"))
    assert page.one("#to_bring\\.it").text.split() == ["Carta", "d'identità", "Contratto"]
    form = (await browser.open("/amministrazione/risorse/nuova?tipo=interpreter")).form("Salva")
    page = await browser.send(form.fill({"name": "Amina Prova", "languages": ["ar", "fr"], "hourly_cost": "32,50"}))
    assert "العربية" in page.text
    page = await browser.open(page.link("Amina Prova"))
    assert page.one("#hourly_cost")["value"] == "32,50"


async def test_an_operator_reads_the_week_and_changes_nothing(office: Office) -> None:
    _need_id, agenda_id = await an_opened_agenda(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"/agende/{agenda_id}")
    assert "Cambia gli orari" not in page.text
    assert (await browser.open(f"/agende/{agenda_id}/orari")).status == 403
    elsewhere = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.neighbour_office_id)
    assert (await elsewhere.open(f"/agende/{agenda_id}")).status == 404


async def test_the_first_free_time_is_measured_drawn_and_downloaded(office: Office) -> None:
    await an_opened_agenda(office)
    browser = await a_head(office)
    page = await browser.open("/agende/misure")
    assert "Primo orario libero" in page.text
    assert page.soup.select("svg .ss-sign")
    csv = (await browser.client.get("/agende/misure/file/csv")).content.decode("utf-8-sig")
    assert csv.startswith("Misura;Ufficio;Voce;Numero")
    assert "Giorni fino al primo orario libero" in csv
    assert (await browser.client.get("/agende/misure/file/xlsx")).content[:2] == b"PK"


async def test_the_office_reads_who_is_expected_and_others_only_that_a_place_is_taken(office: Office) -> None:
    need_id, agenda_id = await an_opened_agenda(office)
    day = day_of(utcnow()) + timedelta(days=14)
    monday = day - timedelta(days=day.weekday())
    nine = datetime.combine(monday, time(9), ROME).astimezone(UTC)
    who = {"given_name": "Carla", "family_name": "Prova", "phone": "333 0000000", "is_hidden": True}
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        command = BookAppointment(need_id=need_id, agenda_id=agenda_id, starts_at=nine, way=Way.DESK, **who)
        await book_appointment(work, SYSTEM, command)
    page = await (await a_head(office)).open(f"/agende?settimana={monday}")
    assert "Carla Prova" in page.one("table td a[aria-label*='ore 09:00']").text
    head = await a_head(office)
    page = await head.open(f"/agende/chiusure/nuova?di=agenda-{agenda_id}&dal={monday}")
    assert "1 appuntamento in queste ore" in page.text
    page = await head.send(page.form("Chiudi in queste ore"))
    assert page.link("Avvisa tutti e proponi un altro orario").endswith("/avvisi")
    admin = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    page = await admin.open(f"/agende?ufficio={office.territory.office_id}&settimana={monday}")
    assert "1 posto preso" in page.text
    assert "Carla" not in page.text


async def test_more_agendas_are_no_more_questions(office: Office, questions: Questions) -> None:
    for _number in range(3):
        await an_opened_agenda(office)
    browser = await a_head(office)
    await browser.open("/agende")
    with questions(at_most=23):
        await browser.open("/agende")
    with questions(at_most=38):
        await browser.open("/agende/misure")
