"""Invites an operator to choose a password and a second factor."""

from uuid import UUID

from domain.access.actions.links.make_link import MakeLink, make_link
from domain.access.events import OperatorInvited
from domain.access.terms import LinkPurpose
from domain.kernel.actor import Actor
from domain.organization.queries.administered import check_administers
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork


async def invite_operator(work: UnitOfWork, actor: Actor, operator_id: UUID) -> UUID:
    """A link by e-mail, for 72 hours; an earlier invitation is void. Refuses NotFound, NotAnAdministrator."""
    operator = await operator_card(work, operator_id)
    check_administers(actor, operator.ente_id)
    making = MakeLink(operator_id=operator_id, ente_id=operator.ente_id, purpose=LinkPurpose.INVITATION)
    link_id = await make_link(work, making)
    await work.record(OperatorInvited(ente_id=operator.ente_id, operator_id=operator_id, link_id=link_id))
    return link_id
