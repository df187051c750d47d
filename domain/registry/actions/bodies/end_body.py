"""An office works with an external body no longer."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import BodyEnded
from domain.registry.queries.bodies.door import body_to_change


class EndBody(BaseModel):
    """Which body, and the last day, included."""

    body_id: UUID
    last_day: date


async def end_body(work: UnitOfWork, operator: Operator, command: EndBody) -> None:
    """After the day nobody chooses it; where it was chosen it is still read.

    Refuses NotFound, NotAllowed, BodyOfOthers, PeriodReversed for a day before the first.
    """
    found = await body_to_change(work, operator, command.body_id)
    found.end(command.last_day, operator.operator_id)
    await work.record(BodyEnded(ente_id=found.ente_id, body_id=found.id, last_day=command.last_day))
