"""Throw the draft of a service away."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.refusals import ServiceDraftChanged
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class DiscardDraft(BaseModel):
    """Which draft, as seen at which revision."""

    draft_id: UUID
    seen_revision: int


async def discard_draft(work: UnitOfWork, operator: Operator, command: DiscardDraft) -> None:
    """What is in force stays. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    if draft.revision != command.seen_revision:
        raise ServiceDraftChanged
    await work.session.delete(draft)
