"""What is known of an external body is written anew."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.events import BodyChanged
from domain.registry.queries.bodies.bodies_named import has_namesake
from domain.registry.queries.bodies.body_kinds import body_kinds
from domain.registry.queries.bodies.door import body_to_change
from domain.registry.refusals import BodyNameTaken
from domain.registry.rules.bodies import BodyFacts


class ChangeBody(BodyFacts):
    """Which body, as it was seen, and what is known of it now."""

    body_id: UUID
    seen_version: int


async def change_body(work: UnitOfWork, operator: Operator, command: ChangeBody) -> None:
    """Write it. A kind that is offered no more may stay.

    Refuses NotFound, NotAllowed, BodyOfOthers, BodyChangedMeanwhile, BodyNameTaken, and Invalid for an unknown kind.
    """
    found = await body_to_change(work, operator, command.body_id)
    if command.kind != found.kind and command.kind not in dict(await body_kinds(work, found.ente_id)):
        raise Invalid({"kind": _("Scegli una delle risposte.")})
    if found.ended_on is None and await has_namesake(work, found.ente_id, command.name, found.id):
        raise BodyNameTaken
    found.change(command, operator.operator_id, command.seen_version)
    await work.record(BodyChanged(ente_id=found.ente_id, body_id=found.id))
