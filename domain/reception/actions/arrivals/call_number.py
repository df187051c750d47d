"""An operator calls a certain number: somebody whom they expect."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.call_next import CallNext
from domain.reception.queries.arrivals.door import arrival


class CallNumber(CallNext):
    """Which number, and where to."""

    arrival_id: UUID


async def call_number(work: UnitOfWork, operator: Operator, command: CallNumber) -> int:
    """Call it whoever else waits, and give it back. Refuses NotAtThisDesk, NotFound, NumberSettled."""
    found = await arrival(work, operator, command.arrival_id)
    found.call(operator.operator_id, work.now, command.called_to)
    return found.number
