"""An operator calls whose turn it is."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.door import next_arrival

Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]


class CallNext(BaseModel):
    """Where they are called to: a room, a counter; nothing where there is only one."""

    called_to: Place = ""


async def call_next(work: UnitOfWork, operator: Operator, command: CallNext) -> int:
    """Call the number whose turn it is in the operator's own office today; gives it back.

    Two who call at once call two numbers. Refuses NotAtThisDesk, NobodyWaits.
    """
    found = await next_arrival(work, operator)
    found.call(operator.operator_id, work.now, command.called_to)
    return found.number
