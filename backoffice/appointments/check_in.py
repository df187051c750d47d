"""Somebody shows a code, a QR or a health card: read into one field, they are there."""

from dataclasses import dataclass
from typing import Any

from litestar import Controller, Request, Response, post
from pydantic import BaseModel

from backoffice.appointments.day_page import PATH, back_to, day_page, rows_to_receive
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import scanned_in
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.receive_appointment import ReceiveAppointment, receive_appointment
from domain.registry.queries.finding.find_people import ids_found
from domain.scheduling.queries.day.appointments_today import appointment_with_code, appointments_today
from domain.scheduling.queries.day.day_row import DayRow
from web.access import operator
from web.forms import bind
from web.rendering import see_other
from web.work import CurrentOperator, Work

WAITING = "/accoglienza/attesa"
LONGEST_CODE = 60
NOBODY = _("Nessun appuntamento di oggi ha questo codice. Controlla di averlo letto tutto.")
NOBODY_KNOWN = _("Nessuno, tra le persone che conosciamo, ha questa tessera.")
ELSEWHERE = _("L'appuntamento di oggi è in un altro ufficio, oppure la persona è già arrivata.")


class ReadCode(BaseModel):
    """What was typed, or what a reader has typed of a QR or a card."""

    code: str = ""
    query: str = ""


@dataclass(frozen=True)
class Reading:
    """What a code leads to: an appointment, a page, or what is wrong with it."""

    row: DayRow | None = None
    page: str = ""
    problem: Text | None = None


class CheckInController(Controller):
    """Arrivals by code."""

    path = f"{PATH}/arrivi"

    @post("/", name="appointments.check_in", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Note that they are there and give a number; who has no appointment gets a number by name."""
        form = await bind(request, ReadCode)
        read = await _read(work, operator, str(form.value("code")))
        if read.page:
            return see_other(request, read.page)
        if read.row is None:
            form.refuse({"code": read.problem or NOBODY})
            return await day_page(request, work, operator, form, status=422)
        number = await receive_appointment(work, operator, ReceiveAppointment(appointment_id=read.row.id))
        return see_other(request, back_to(form.value("query"), {"numero": str(number)}))


async def _read(work: UnitOfWork, operator: Operator, typed: str) -> Reading:
    if (card := scanned_in(typed)) is not None:
        return await _read_card(work, operator, card)
    code = typed.strip().rpartition("/")[2]  # a QR may hold the whole address of the appointment
    found = await appointment_with_code(work, operator, code) if 0 < len(code) <= LONGEST_CODE else None
    if found is None:
        return Reading(problem=NOBODY)
    return Reading(found) if rows_to_receive([found], operator) else Reading(problem=ELSEWHERE)


async def _read_card(work: UnitOfWork, operator: Operator, card: str) -> Reading:
    people = await ids_found(work, operator, card)
    if len(people) != 1:
        return Reading(problem=NOBODY_KNOWN)
    rows = await appointments_today(work, operator, people[0])
    expected = rows_to_receive(rows, operator)
    return Reading(expected[0]) if expected else Reading(page=f"{WAITING}?persona={people[0]}")
