"""Put a whole form in the place of the one that is being written."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ChangeDraftForm(BaseModel):
    """The form, for example out of a file."""

    draft_id: UUID
    seen_revision: int
    form: FormDefinition


async def change_draft_form(work: UnitOfWork, operator: Operator, command: ChangeDraftForm) -> None:
    """Also a form that could not be published is kept. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = command.form
    draft.form = form.model_dump(mode="json", exclude_none=True)
