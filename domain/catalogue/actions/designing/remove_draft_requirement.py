"""Take a requirement out of a service that is being written."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.service_draft import draft_to_change
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemoveDraftRequirement(BaseModel):
    """Which requirement, of the draft as seen at which revision."""

    draft_id: UUID
    seen_revision: int
    requirement_key: str


async def remove_draft_requirement(work: UnitOfWork, operator: Operator, command: RemoveDraftRequirement) -> None:
    """Versions that were published keep it. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    left = [one for one in draft.requirements if one["key"] != command.requirement_key]
    if len(left) == len(draft.requirements):
        raise NotFound
    draft.requirements = left
