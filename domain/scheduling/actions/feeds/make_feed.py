"""An operator makes a private address under which a calendar of appointments is read elsewhere."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint, new_token
from domain.platform.work import UnitOfWork
from domain.scheduling.model.calendar import Feed
from domain.scheduling.queries.feeds.feeds_of import resource_to_feed


class MakeFeed(BaseModel):
    """Of whom, or of which room. ``has_names``: who reads it sees who comes; without, only that somebody does."""

    resource_id: UUID
    has_names: bool = False


async def make_feed(work: UnitOfWork, operator: Operator, command: MakeFeed) -> str:
    """The secret of the address: it is shown once, only its fingerprint is kept. The one made before opens no longer.

    Refuses NotFound for what is neither the operator's own calendar nor a room of the office.
    """
    resource = await resource_to_feed(work, operator, command.resource_id)
    former = sa.update(Feed).where(
        col(Feed.resource_id) == resource.id,
        col(Feed.made_by_id) == operator.operator_id,
        col(Feed.revoked_at).is_(None),
    )
    await work.session.exec(former.values(revoked_at=work.now))
    secret = new_token()
    work.session.add(
        Feed(
            ente_id=resource.ente_id,
            resource_id=resource.id,
            fingerprint=fingerprint(settings().secret, secret),
            has_names=command.has_names,
            made_by_id=operator.operator_id,
            created_at=work.now,
        )
    )
    return secret
