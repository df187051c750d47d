"""Somebody is offered another time, and answers from the address in the message, without signing in."""

from datetime import timedelta

from domain.kernel.clock import ROME, utcnow
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.scheduling.actions.agendas.close_time import CloseTime, close_time
from domain.scheduling.actions.closing.move_closed_appointments import (
    MoveClosedAppointments,
    move_closed_appointments,
)
from domain.scheduling.rules.links import link_token
from tests.portal.conftest import Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page
from tests.support.scheduling.agendas import a_need_with_an_agenda
from tests.support.scheduling.appointments import Receiving


async def _offered(portal: Portal, *names: str) -> list[str]:
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        need_id, agenda_id = await a_need_with_an_agenda(work, portal.territory.office_id)
    office = Receiving(portal.connection, portal.territory, need_id, agenda_id)
    day = utcnow().astimezone(ROME).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=21)
    day -= timedelta(days=day.weekday() - 1)  # a Tuesday
    for number, name in enumerate(names):
        await office.book(day + timedelta(hours=number), name, booked_at=utcnow())
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        closed = CloseTime(
            ente_id=portal.territory.comune_id,
            agenda_id=agenda_id,
            starts_at=day,
            ends_at=day + timedelta(hours=3),
        )
        closure_id = await close_time(work, SYSTEM, closed)
        await move_closed_appointments(work, SYSTEM, MoveClosedAppointments(closure_id=closure_id))
    found = [await office.offer_to(name) for name in names]
    return [f"/appuntamenti/{link_token(settings().secret, one)}" for one in found if one is not None]


async def _opened(browser: Browser, path: str, letters: str) -> Page:
    question = await browser.open(path)
    assert question.heading == "Apri il tuo appuntamento"
    return await browser.send(question.form("Apri l'appuntamento").fill({"letters": letters}))


async def test_one_says_yes_and_one_says_no_knowing_the_surname_only(portal: Portal) -> None:
    first, second = await _offered(portal, "Bianchi", "Verdi")
    someone = portal.browser()
    page = await _opened(someone, first, "bia")
    assert "Ti proponiamo questo orario" in page.text
    taken = await someone.send(page.form("Sì, lo voglio"))
    assert "è questo il tuo appuntamento" in taken.text
    assert "Codice da mostrare quando arrivi" in taken.text
    late = await someone.send(page.form("No, grazie"))
    assert late.status == 409
    verdi = portal.browser()
    refused = await verdi.send((await _opened(verdi, second, "ver")).form("No, grazie"))
    assert "il posto va a un'altra persona" in refused.text
