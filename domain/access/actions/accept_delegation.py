"""Who was offered a delegation accepts it."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.events import DelegationAccepted
from domain.access.permissions import may_record_mandates
from domain.access.queries.delegations import delegation_for
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names


class AcceptDelegation(BaseModel):
    """Which one."""

    delegation_id: UUID


async def accept_delegation(work: UnitOfWork, actor: Citizen | Operator, command: AcceptDelegation) -> None:
    """From now on, within its days, the delegate may act: the person named, or the operators of the body named.

    Refuses NotFound to anybody to whom it was not offered, NotAllowed to who granted it, DelegationOver.
    """
    offered = await delegation_for(work, actor, command.delegation_id)
    delegate_id, delegate_name = None, offered.delegate_name
    if isinstance(actor, Citizen):
        if actor.person_id == offered.delegator_id or offered.delegate_ente_id is not None:
            raise NotAllowed
        delegate_id, delegate_name = actor.person_id, (await names(work, [actor.person_id]))[actor.person_id].full_name
    elif not may_record_mandates(actor) or offered.delegate_ente_id != actor.ente_id:
        raise NotAllowed
    async with as_the_program(work, "accept delegation") as system:
        accepted = await delegation_for(work, system, command.delegation_id, for_update=True)
        accepted.accept(work.now, work.today, delegate_id=delegate_id, delegate_name=delegate_name)
        await work.record(DelegationAccepted(ente_id=accepted.ente_id, delegation_id=accepted.id))
