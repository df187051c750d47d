"""Say one more thing that must be true for somebody to have a service that is being written."""

from uuid import UUID

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.refusals import RequirementsNotSound
from domain.catalogue.rules.designing.requirement import TypedRequirement, as_requirement
from domain.catalogue.rules.requirements import MOST_REQUIREMENTS
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class AddDraftRequirement(TypedRequirement):
    """Of which draft, and the requirement as it was typed."""

    draft_id: UUID
    seen_revision: int


async def add_draft_requirement(work: UnitOfWork, operator: Operator, command: AddDraftRequirement) -> None:
    """It comes last. Refuses QuestionNotWhole, NotFound, NotYoursToPublish, ServiceDraftChanged, and

    RequirementsNotSound when there are too many.
    """
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    if len(draft.requirements) >= MOST_REQUIREMENTS:
        raise RequirementsNotSound({"sentence": "too_many_requirements"})
    added = as_requirement(command, [str(one["key"]) for one in draft.requirements])
    draft.requirements = [*draft.requirements, added.model_dump(mode="json", exclude_none=True)]
