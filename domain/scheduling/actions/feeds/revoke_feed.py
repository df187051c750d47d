"""A private calendar address is to open no longer."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.calendar import Feed


class RevokeFeed(BaseModel):
    """Which one."""

    feed_id: UUID


async def revoke_feed(work: UnitOfWork, operator: Operator, command: RevokeFeed) -> None:
    """From now on whoever has the address finds nothing. Refuses NotFound for an address somebody else made."""
    wanted = select(Feed).where(col(Feed.id) == command.feed_id, col(Feed.made_by_id) == operator.operator_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    found.revoked_at = found.revoked_at or work.now
