"""Put a whole form in the place of the one that is being written."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.benefits import check_benefit
from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.card_draft import with_code
from domain.catalogue.rules.form_definition import FormDefinition
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ChangeDraftForm(BaseModel):
    """The form, for example out of a file; with a ``benefit_code`` that of the card is replaced."""

    draft_id: UUID
    seen_revision: int
    form: FormDefinition
    benefit_code: str | None = None


async def change_draft_form(work: UnitOfWork, operator: Operator, command: ChangeDraftForm) -> None:
    """Also a form that could not be published is kept.

    Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, BenefitCodeUnknown.
    """
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    form = command.form
    draft.form = form.model_dump(mode="json", exclude_none=True)
    if command.benefit_code is not None:
        await check_benefit(work, draft.ente_id, command.benefit_code)
        draft.card = with_code(draft.card, command.benefit_code)
