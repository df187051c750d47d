"""Change a question of a form that is being written."""

from uuid import UUID

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import asked_before, step_of, with_field_changed
from domain.catalogue.rules.designing.question import TypedQuestion, as_field
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class ChangeDraftQuestion(TypedQuestion):
    """Which question, as it was typed; its key stays."""

    draft_id: UUID
    seen_revision: int
    question_key: str


async def change_draft_question(work: UnitOfWork, operator: Operator, command: ChangeDraftQuestion) -> None:
    """Refuses QuestionNotWhole, NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    was = form.field(command.question_key)
    if was is None:
        raise NotFound
    before = asked_before(form, step_of(form, was.key).key, was.key)
    form = with_field_changed(form, as_field(command, was.key, before, was))
    draft.form = form.model_dump(mode="json", exclude_none=True)
