"""Move a page or a question of a form that is being written."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import field_moved, step_moved
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class MoveDraftPart(BaseModel):
    """A question, or else a page; ``places`` -1 is one up, 1 is one down."""

    draft_id: UUID
    seen_revision: int
    step_key: str | None = None
    question_key: str | None = None
    places: int = Field(ge=-1, le=1)


async def move_draft_part(work: UnitOfWork, operator: Operator, command: MoveDraftPart) -> None:
    """Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, OutOfOrder when a condition would look ahead."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    if command.question_key:
        form = field_moved(form, command.question_key, command.places)
    elif command.step_key:
        form = step_moved(form, command.step_key, command.places)
    else:
        raise NotFound
    draft.form = form.model_dump(mode="json", exclude_none=True)
