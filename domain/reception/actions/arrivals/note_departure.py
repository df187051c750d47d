"""Who waited has gone, or does not come when called."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.door import arrival, person_with_number


async def note_departure(work: UnitOfWork, operator: Operator, arrival_id: UUID) -> int:
    """Note it; gives back the number. Who it was is kept no longer. Refuses NotAtThisDesk, NotFound, NumberSettled."""
    found = await arrival(work, operator, arrival_id)
    found.leave(work.now)
    if (named := await person_with_number(work, found.id)) is not None:
        await work.session.delete(named)
    return found.number
