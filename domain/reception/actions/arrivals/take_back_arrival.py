"""What was noted of an appointment today by mistake is taken back, with the number if there was one."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.note_departure import note_departure
from domain.reception.model.arrival import Arrival
from domain.reception.terms.arrivals import ArrivalStatus
from domain.scheduling.actions.day.take_back_mark import TakeBackMark, take_back_mark

STILL_THERE = (ArrivalStatus.WAITING, ArrivalStatus.CALLED)


class TakeBackArrival(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def take_back_arrival(work: UnitOfWork, operator: Operator, command: TakeBackArrival) -> None:
    """The appointment stands as before; a number that waits for it waits no more.

    Refuses what ``take_back_mark`` and ``note_departure`` refuse.
    """
    wanted = select(Arrival.id).where(
        col(Arrival.appointment_id) == command.appointment_id,
        col(Arrival.office_id) == operator.office_id,
        col(Arrival.status).in_(STILL_THERE),
    )
    if (waiting := (await work.session.exec(wanted)).first()) is not None:
        await note_departure(work, operator, waiting)
        return
    await take_back_mark(work, operator, TakeBackMark(appointment_id=command.appointment_id))
