"""An office writes down a body with which it works."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.events import BodyRecorded
from domain.registry.model.external_body import ExternalBody
from domain.registry.permissions import may_keep_bodies
from domain.registry.queries.bodies.bodies_named import has_namesake
from domain.registry.queries.bodies.body_kinds import body_kinds
from domain.registry.refusals import BodyNameTaken
from domain.registry.rules.bodies import BodyFacts


class RecordBody(BodyFacts):
    """What is known of it."""


async def record_body(work: UnitOfWork, operator: Operator, command: RecordBody) -> UUID:
    """Write it down for the ente of the active office, from today on; the whole ambito reads it. Give back its id.

    Refuses NotAllowed, BodyNameTaken, and Invalid for a kind that is not offered.
    """
    if not may_keep_bodies(operator):
        raise NotAllowed
    if command.kind not in dict(await body_kinds(work, operator.ente_id)):
        raise Invalid({"kind": _("Scegli una delle risposte.")})
    if await has_namesake(work, operator.ente_id, command.name):
        raise BodyNameTaken
    recorded = ExternalBody.of(operator.ente_id, command, work.today, operator.operator_id)
    work.session.add(recorded)
    await work.record(BodyRecorded(ente_id=recorded.ente_id, body_id=recorded.id))
    return recorded.id
