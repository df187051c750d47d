"""Take a page or a question out of a form that is being written."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import without_field, without_step
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemoveDraftPart(BaseModel):
    """A question, or else a page with its questions."""

    draft_id: UUID
    seen_revision: int
    step_key: str | None = None
    question_key: str | None = None


async def remove_draft_part(work: UnitOfWork, operator: Operator, command: RemoveDraftPart) -> None:
    """Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, OutOfOrder when a condition looks at it."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    if command.question_key:
        form = without_field(form, command.question_key)
    elif command.step_key:
        form = without_step(form, command.step_key)
    else:
        raise NotFound
    draft.form = form.model_dump(mode="json", exclude_none=True)
