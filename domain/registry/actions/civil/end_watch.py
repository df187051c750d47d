"""What was open for a person is closed: when nothing else is, the civil registry is asked about them no more."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.watch import Watch
from domain.registry.permissions import may_keep_records
from domain.registry.refusals import NotYourPerson
from domain.registry.terms.civil import WatchReason


class EndWatch(BaseModel):
    """What was open: the case, the application, the sheet."""

    reason: WatchReason
    subject_id: UUID


async def end_watch(work: UnitOfWork, actor: Actor, command: EndWatch) -> None:
    """End the watch for what was open; where there is none, nothing happens. Refuses NotYourPerson."""
    if not may_keep_records(actor):
        raise NotYourPerson
    ended = sa.update(Watch).where(
        col(Watch.subject_id) == command.subject_id, col(Watch.reason) == command.reason, col(Watch.ended_at).is_(None)
    )
    await work.session.exec(ended.values(ended_at=work.now))
