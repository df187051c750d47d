"""Change the words of a page of questions, or when it is shown."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import asked_before, step_at, with_step_changed
from domain.catalogue.rules.designing.lines import Lines, as_lines, as_logic
from domain.catalogue.rules.designing.question import worded
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ChangeDraftStep(BaseModel):
    """``condition`` None keeps the one that is there."""

    draft_id: UUID
    seen_revision: int
    step_key: str
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    intro: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""
    condition: Lines | None = None


async def change_draft_step(work: UnitOfWork, operator: Operator, command: ChangeDraftStep) -> None:
    """Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, QuestionNotWhole for a condition that cannot be."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    was, before = step_at(form, command.step_key), asked_before(form, command.step_key)
    only_if = was.only_if
    if command.condition is not None and as_lines(only_if, before) is not None:
        only_if = as_logic(command.condition, before)
    changes = {"title": worded(command.title, was.title), "intro": worded(command.intro, was.intro), "only_if": only_if}
    form = with_step_changed(form, was.key, changes)
    draft.form = form.model_dump(mode="json", exclude_none=True)
