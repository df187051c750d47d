"""An operator calls who has waited longest."""

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.door import next_arrival


async def call_next(work: UnitOfWork, operator: Operator) -> int:
    """Call the lowest number that waits today in the operator's own office; gives it back.

    Two who call at once call two numbers. Refuses NotAtThisDesk, NobodyWaits.
    """
    found = await next_arrival(work, operator)
    found.call(operator.operator_id, work.now)
    return found.number
