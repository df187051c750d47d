"""Somebody who has an appointment is there: they get a number and wait with everybody else, called at their hour."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.next_number import next_number
from domain.reception.model.arrival import Arrival, ArrivalPerson
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk
from domain.scheduling.actions.day.check_in import CheckIn, check_in
from domain.scheduling.queries.day.appointments_today import appointment_row, keeps_turn


class ReceiveAppointment(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def receive_appointment(work: UnitOfWork, operator: Operator, command: ReceiveAppointment) -> int:
    """Note that they are there and give back their number; the same one when they have one already.

    Who comes more than a quarter of an hour late waits like somebody without an appointment. Refuses NotAtThisDesk,
    and what ``check_in`` refuses.
    """
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    if (given := await _given(work, operator, command.appointment_id)) is not None:
        return given
    await check_in(work, operator, CheckIn(appointment_id=command.appointment_id))
    await work.session.flush()  # the appointment is read as it is now
    known = await appointment_row(work, operator, command.appointment_id)
    arrived = Arrival(
        ente_id=operator.ente_id,
        office_id=operator.office_id,
        arrived_on=work.today,
        number=await next_number(work, operator),
        language=known.language,
        appointment_id=known.id,
        due_at=known.starts_at if keeps_turn(known.starts_at, work.now) else None,
        arrived_at=work.now,
    )
    work.session.add(arrived)
    if known.person_id is not None:
        await work.session.flush()  # the person is named beside a number that is there
        work.session.add(ArrivalPerson(ente_id=arrived.ente_id, arrival_id=arrived.id, person_id=known.person_id))
    return arrived.number


async def _given(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> int | None:
    wanted = select(Arrival.number).where(
        col(Arrival.appointment_id) == appointment_id, col(Arrival.office_id) == operator.office_id
    )
    return (await work.session.exec(wanted)).first()
