"""An operator stops working here, or starts again: without roles and history being touched."""

from uuid import UUID

from domain.kernel.actor import Actor, Operator
from domain.organization.events import OperatorDisabled, OperatorEnabled
from domain.organization.queries.administered import administered_operator
from domain.organization.refusals import OwnAccess
from domain.platform.work import UnitOfWork


async def set_operator_enabled(work: UnitOfWork, actor: Actor, operator_id: UUID, *, is_enabled: bool) -> UUID:
    """The operator can sign in, or cannot; returns the ente. Doing it twice is harmless.

    Refuses NotFound, NotAnAdministrator, OwnAccess: nobody locks oneself out.
    """
    operator = await administered_operator(work, actor, operator_id)
    by_operator_id = actor.operator_id if isinstance(actor, Operator) else None
    if operator_id == by_operator_id:
        raise OwnAccess
    if operator.is_enabled is not is_enabled:
        operator.is_enabled = is_enabled
        happened = OperatorEnabled if is_enabled else OperatorDisabled
        await work.record(happened(ente_id=operator.ente_id, operator_id=operator_id, by_operator_id=by_operator_id))
    return operator.ente_id
