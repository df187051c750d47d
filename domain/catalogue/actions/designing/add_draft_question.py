"""Add a question to a page of a form that is being written."""

from uuid import UUID

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.editing import asked_before, keys_of, with_field_added
from domain.catalogue.rules.designing.naming import key_of
from domain.catalogue.rules.designing.question import TypedQuestion, as_field
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class AddDraftQuestion(TypedQuestion):
    """On which page, and the question as it was typed."""

    draft_id: UUID
    seen_revision: int
    step_key: str


async def add_draft_question(work: UnitOfWork, operator: Operator, command: AddDraftQuestion) -> None:
    """The question comes last; its key is made of its words. Refuses QuestionNotWhole, NotFound, NotYoursToPublish,

    ServiceDraftChanged.
    """
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = FormDefinition.model_validate(draft.form)
    key = key_of(command.label, keys_of(form))
    field = as_field(command, key, asked_before(form, command.step_key, ""))
    form = with_field_added(form, command.step_key, field)
    draft.form = form.model_dump(mode="json", exclude_none=True)
