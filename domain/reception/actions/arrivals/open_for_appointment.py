"""Straight from an appointment into the contact sheet, already filled in."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.organization.queries.codes import known_code
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.start_sheet import start_sheet
from domain.reception.actions.sheets.open_prepared import OpenPrepared, open_prepared
from domain.reception.model.arrival import Arrival
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.code_words import CHANNELS
from domain.reception.terms.arrivals import ArrivalStatus
from domain.scheduling.queries.day.appointments_today import appointment_row
from domain.scheduling.terms import Manner

CHANNEL = {
    Manner.IN_PERSON: "PERSONA",
    Manner.HOME: "DOMICILIO",
    Manner.PHONE: "ALTRA_DISTANZA",
    Manner.VIDEO: "ALTRA_DISTANZA",
}


class OpenForAppointment(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def open_for_appointment(work: UnitOfWork, operator: Operator, command: OpenForAppointment) -> UUID:
    """Open it as a draft and give back its id; the one that is there when the office has opened one already.

    A number that waits for the appointment is called by this. Refuses NotAtThisDesk, NotFound, DeskClosed.
    """
    await locks.hold(work, "sheet of appointment", command.appointment_id)  # a button may be pressed twice
    if (opened := await _opened(work, operator, command.appointment_id)) is not None:
        return opened
    if (number := await _number(work, operator, command.appointment_id)) is not None:
        return await start_sheet(work, operator, number)
    known = await appointment_row(work, operator, command.appointment_id)
    typed: dict[str, str | list[str]] = {}
    if await known_code(work, operator.ente_id, CHANNELS, CHANNEL[known.manner]):
        typed["channel"] = CHANNEL[known.manner]
    return await open_prepared(work, operator, OpenPrepared(appointment_id=known.id, typed=typed))


async def _opened(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> UUID | None:
    wanted = select(ContactSheet.id).where(
        col(ContactSheet.appointment_id) == appointment_id, col(ContactSheet.office_id) == operator.office_id
    )
    return (await work.session.exec(wanted)).first()


async def _number(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> UUID | None:
    wanted = select(Arrival.id).where(
        col(Arrival.appointment_id) == appointment_id,
        col(Arrival.office_id) == operator.office_id,
        col(Arrival.status) != ArrivalStatus.LEFT,
    )
    return (await work.session.exec(wanted)).first()
