"""Who books from a sheet, a case or the week comes back there, and finds the appointment."""

from urllib.parse import urlencode
from uuid import UUID

from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.queries.day.next_appointments import next_appointments
from tests.backoffice.conftest import Office
from tests.backoffice.reception.conftest import FILLED
from tests.support.given import SYSTEM, an_operator
from tests.support.html import Browser, Page
from tests.support.personas import ROSA
from tests.support.scheduling.agendas import a_need, an_agenda
from tests.support.scheduling.expecting import Expecting, at

HOME = {"phone": "333 1234567", "street": "Via Lunga 1"}
LINK = "Prenota un appuntamento"
BOOKED = "Di' alla persona il giorno, l'ora e il codice"
NEXT = "section[aria-labelledby=next-appointments]"


async def asked(browser: Browser, booking: Page, need_id: UUID) -> Page:
    """The free times for the need: the first form is sent as an address."""
    step = booking.form("Mostra gli orari liberi").fill({"motivo": str(need_id)})
    return await browser.open(f"{step.action}?{urlencode(step.fields)}")


async def book(browser: Browser, booking: Page, need_id: UUID) -> Page:
    """The first free time for the need, as somebody without scripts books it."""
    assert ROSA.full_name in booking.text
    times = await asked(browser, booking, need_id)
    slot = str(times.one("input[name=slot]")["value"])
    return await browser.send(times.form("Prenota").fill({"slot": slot}))


async def test_from_a_sheet_that_is_being_written(office: Office, expecting: Expecting, rosa: UUID) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        sheet = await browser.open(f"/accoglienza/schede/nuova?persona={rosa}")
        kept = sheet.form("Salva la bozza e prenota").fill({"reason_words": "Ha perso la casa"})
        back = await book(browser, await browser.send(kept), expecting.need_id)
        assert BOOKED in back.text
        assert back.labelled("Il motivo con le parole").get_text().strip() == "Ha perso la casa"
        assert "ore 09:00" in back.one("#sheet_person").get_text(" ")


async def test_from_a_whole_sheet(office: Office, expecting: Expecting, rosa: UUID) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        sheet = await browser.open(f"/accoglienza/schede/nuova?persona={rosa}")
        whole = await browser.send(sheet.form("Completa la scheda").fill(FILLED | HOME))
        back = await book(browser, await browser.open(whole.link(LINK)), expecting.need_id)
        assert back.path == whole.path
        assert BOOKED in back.text
        assert "14 dicembre 2026, ore 09:00" in back.one(NEXT).get_text(" ")


async def test_hidden_ones_are_for_their_office_alone(office: Office, expecting: Expecting, rosa: UUID) -> None:
    await expecting.book(at(11), person_id=rosa, is_hidden=True)
    await expecting.book(at(9), person_id=rosa)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        receiving = await an_operator(work, office.territory.office_id, (Role.SOCIAL_WORKER,))
        admin = await an_operator(work, office.territory.ambito_office_id, (Role.AMBITO_ADMIN,))
        elsewhere = await an_operator(work, office.territory.neighbour_office_id, (Role.SOCIAL_WORKER,))
    for operator, hours in ((receiving, [at(9), at(11)]), (admin, [at(9)]), (elsewhere, [])):
        with as_of(at(8)):
            async with unit_of_work(operator, read_only=True, bind=office.connection) as work:
                assert [one.starts_at for one in await next_appointments(work, operator, rosa)] == hours


async def test_nobody_is_led_to_a_page_of_others(office: Office, expecting: Expecting, rosa: UUID) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        for word in ("https://altrove.example", "caso.//altrove.example", "scheda."):
            page = await browser.open(f"/appuntamenti/nuovo?persona={rosa}&da={word}")
            assert page.one(".ss-back")["href"] == "/appuntamenti"


async def test_a_free_time_of_the_week_is_chosen_already(office: Office, expecting: Expecting) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.OFFICE_HEAD)
        week = await browser.open("/agende")
        free = str(week.one("table td a[aria-label*='ore 10:30: libero']")["href"])
        times = await browser.open(free)
        assert times.one("input[name=slot][checked]")["value"] == f"{expecting.agenda_id}|2026-12-14T09:30:00+00:00"
        booked = await browser.send(times.form("Prenota").fill({"given_name": "Chi passa"}))
        assert "ore 10:30" in booked.heading
        gone = await browser.open(free)
        assert "L'orario scelto non è libero per questo motivo." in gone.text
        admin = await office.at_work(Role.ENTE_ADMIN)
        assert "/appuntamenti?" in str(
            (await admin.open("/agende")).one("table td a[aria-label*='ore 11:00: libero']")["href"]
        )


async def test_with_several_reasons_the_time_is_kept_until_one_is_said(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        needs = [await a_need(work, office.territory.comune_id) for _one in range(2)]
        await an_agenda(work, office.territory.office_id, needs)
    with as_of(at(8)):
        browser = await office.at_work(Role.OFFICE_HEAD)
        free = str((await browser.open("/agende")).one("table td a[aria-label*='ore 10:30: libero']")["href"])
        first = await browser.open(free)
        assert "Hai scelto: lunedì 14 dicembre 2026, ore 10:30." in first.text
        assert not first.soup.select("input[name=slot]")
        times = await asked(browser, first, needs[1])
        assert "T09:30" in str(times.one("input[name=slot][checked]")["value"])
