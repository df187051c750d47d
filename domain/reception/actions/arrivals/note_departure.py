"""Who waited has gone, or does not come when called."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.door import arrival, person_with_number
from domain.scheduling.actions.day.take_back_mark import TakeBackMark, take_back_mark


async def note_departure(work: UnitOfWork, operator: Operator, arrival_id: UUID) -> int:
    """Note it; gives back the number. Who it was is kept no longer.

    If they had an appointment it stands again as before they came: they may come back. Refuses NotAtThisDesk,
    NotFound, NumberSettled.
    """
    found = await arrival(work, operator, arrival_id)
    found.leave(work.now)
    if (named := await person_with_number(work, found.id)) is not None:
        await work.session.delete(named)
    if found.appointment_id is not None:
        appointment_id, found.appointment_id = found.appointment_id, None
        await take_back_mark(work, operator, TakeBackMark(appointment_id=appointment_id))
    return found.number
