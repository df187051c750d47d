"""Who was offered a delegation does not want it."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.events import DelegationRefused
from domain.access.permissions import may_record_mandates
from domain.access.queries.delegations import delegation_for
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork, as_the_program


class RefuseDelegation(BaseModel):
    """Which one."""

    delegation_id: UUID


async def refuse_delegation(work: UnitOfWork, actor: Citizen | Operator, command: RefuseDelegation) -> None:
    """It never counts. Refuses NotFound, NotAllowed to who granted it, DelegationOver."""
    offered = await delegation_for(work, actor, command.delegation_id)
    if isinstance(actor, Citizen):
        if actor.person_id == offered.delegator_id or offered.delegate_ente_id is not None:
            raise NotAllowed
    elif not may_record_mandates(actor) or offered.delegate_ente_id != actor.ente_id:
        raise NotAllowed
    async with as_the_program(work, "refuse delegation") as system:
        refused = await delegation_for(work, system, command.delegation_id, for_update=True)
        refused.refuse(work.now, work.today)
        await work.record(DelegationRefused(ente_id=refused.ente_id, delegation_id=refused.id))
