"""An administrator takes an invitation back."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.entry import AccessLink
from domain.access.terms import LinkPurpose
from domain.kernel.actor import Actor
from domain.organization.queries.administered import check_administers
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork


async def cancel_invitation(work: UnitOfWork, actor: Actor, operator_id: UUID) -> None:
    """The operator's invitation opens nothing any more. Refuses NotFound, NotAnAdministrator."""
    check_administers(actor, (await operator_card(work, operator_id)).ente_id)
    open_ones = sa.update(AccessLink).where(
        col(AccessLink.operator_id) == operator_id,
        col(AccessLink.purpose) == LinkPurpose.INVITATION,
        col(AccessLink.used_at).is_(None),
        col(AccessLink.cancelled_at).is_(None),
    )
    await work.session.exec(open_ones.values(cancelled_at=work.now))
