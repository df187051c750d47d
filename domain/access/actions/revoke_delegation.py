"""A delegation ends before its time."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.events import DelegationRevoked
from domain.access.model.delegation import Delegation
from domain.access.permissions import may_record_mandates
from domain.access.queries.delegations import delegation_for
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork, as_the_program


class RevokeDelegation(BaseModel):
    """Which one."""

    delegation_id: UUID


async def revoke_delegation(work: UnitOfWork, actor: Citizen | Operator, command: RevokeDelegation) -> None:
    """It ends at once, by either side: at the next click the delegate may not act any more.

    Refuses NotFound, NotAllowed to who is neither side, DelegationOver when it has ended before.
    """
    known = await delegation_for(work, actor, command.delegation_id)
    is_by_delegator = _is_by_delegator(known, actor)
    async with as_the_program(work, "revoke delegation") as system:
        revoked = await delegation_for(work, system, command.delegation_id, for_update=True)
        revoked.revoke(work.now, work.today, is_by_delegator=is_by_delegator)
        await work.record(DelegationRevoked(ente_id=revoked.ente_id, delegation_id=revoked.id))


def _is_by_delegator(known: Delegation, actor: Citizen | Operator) -> bool:
    if isinstance(actor, Citizen):
        if actor.person_id not in (known.delegator_id, known.delegate_id):
            raise NotAllowed
        return actor.person_id == known.delegator_id
    if not may_record_mandates(actor) or known.delegate_ente_id != actor.ente_id:
        raise NotAllowed
    return False
