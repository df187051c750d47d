"""Agendas on the screens: opened, filled with hours, closed, looked at and measured."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from domain.kernel.clock import ROME, day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.model.appointment import Appointment, SeatHold
from domain.scheduling.terms import AppointmentState, Manner, Way
from tests.backoffice.conftest import Office
from tests.support.agendas import a_need, a_room, an_agenda
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page


async def a_head(office: Office) -> Browser:
    return await office.at_work(Role.OFFICE_HEAD)


async def an_opened_agenda(office: Office, **facts: object) -> tuple[UUID, UUID]:
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
