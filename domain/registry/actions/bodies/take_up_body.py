"""An office works again with an external body."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import BodyTakenUp
from domain.registry.queries.bodies.bodies_named import has_namesake
from domain.registry.queries.bodies.door import body_to_change
from domain.registry.refusals import BodyNameTaken


async def take_up_body(work: UnitOfWork, operator: Operator, body_id: UUID) -> None:
    """It may be chosen again, without an end. Refuses NotFound, NotAllowed, BodyOfOthers, BodyNameTaken."""
    found = await body_to_change(work, operator, body_id)
    if await has_namesake(work, found.ente_id, found.name, found.id):
        raise BodyNameTaken
    found.end(None, operator.operator_id)
    await work.record(BodyTakenUp(ente_id=found.ente_id, body_id=found.id))
