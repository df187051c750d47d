"""Give a proceeding to a colleague (L. 241/1990 art. 5)."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork
from domain.procedure.permissions import may_supervise
from domain.procedure.queries.proceedings import proceeding
from domain.procedure.refusals import NotYoursToReassign


class ReassignProceeding(BaseModel):
    """Which one and to whom; ``office_id`` None: the office stays."""

    proceeding_id: UUID
    responsible_id: UUID
    office_id: UUID | None = None
    seen_version: int | None = None


async def reassign_proceeding(work: UnitOfWork, operator: Operator, command: ReassignProceeding) -> None:
    """The colleague answers for it from now on; who has none may take it for oneself.

    Refuses NotFound, also for a colleague who is not enabled or works elsewhere, NotYoursToReassign, MovedMeanwhile.
    """
    found = await proceeding(work, operator, command.proceeding_id, for_update=True)
    found.must_be_seen(command.seen_version)
    takes_it = found.responsible_id is None and command.responsible_id == operator.operator_id
    if not (may_supervise(operator) or takes_it):
        raise NotYoursToReassign
    colleague = await operator_card(work, command.responsible_id)
    if not colleague.is_enabled or colleague.ente_id not in (found.ente_id, operator.ente_id):
        raise NotFound
    found.responsible_id = command.responsible_id
    found.office_id = command.office_id or found.office_id
    found.version += 1
