"""Add a page of questions to a form that is being written."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import with_step_added
from domain.catalogue.rules.designing.question import worded
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork


class AddDraftStep(BaseModel):
    """What the page is called, and what stands above its questions."""

    draft_id: UUID
    seen_revision: int
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    intro: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def add_draft_step(work: UnitOfWork, operator: Operator, command: AddDraftStep) -> None:
    """The page comes last. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    form = with_step_added(form, Localised({"it": command.title}), worded(command.intro, None))
    draft.form = form.model_dump(mode="json", exclude_none=True)
