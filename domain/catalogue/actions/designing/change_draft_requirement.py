"""Change a requirement of a service that is being written."""

from uuid import UUID

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.requirement import TypedRequirement, as_requirement
from domain.catalogue.rules.requirements import Requirement
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class ChangeDraftRequirement(TypedRequirement):
    """Which requirement, as it was typed; its key stays."""

    draft_id: UUID
    seen_revision: int
    requirement_key: str


async def change_draft_requirement(work: UnitOfWork, operator: Operator, command: ChangeDraftRequirement) -> None:
    """Refuses QuestionNotWhole, NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    were = [Requirement.model_validate(one) for one in draft.requirements]
    was = next((one for one in were if one.key == command.requirement_key), None)
    if was is None:
        raise NotFound
    changed = as_requirement(command, (), was)
    now = [changed if one is was else one for one in were]
    draft.requirements = [one.model_dump(mode="json", exclude_none=True) for one in now]
