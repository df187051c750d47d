"""Save the card of a service that is being written, and how it is dealt with."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.catalogue.actions.publish_service import Slug
from domain.catalogue.queries.benefits import chosen_benefit
from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.card_draft import with_code, with_italian
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ChangeDraftCard(BaseModel):
    """The Italian words by the name of the part, lists one thing a line; ``term_days`` is the term in days.

    ``benefit_code`` is a code of the list of benefits, or words that only one of them has; empty for none.
    """

    draft_id: UUID
    seen_revision: int
    words: dict[str, str]
    term_days: int = Field(ge=1, le=180)
    procedure_slug: Slug
    is_online: bool = False
    benefit_code: Annotated[str, StringConstraints(max_length=200)] = ""


async def change_draft_card(work: UnitOfWork, operator: Operator, command: ChangeDraftCard) -> None:
    """Also a card that is not whole is kept.

    Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, BenefitCodeUnknown.
    """
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    code = await chosen_benefit(work, draft.ente_id, command.benefit_code)
    draft.card = with_code(with_italian(draft.card, command.words), code)
    draft.term_days, draft.procedure_slug = command.term_days, command.procedure_slug
    draft.is_online = command.is_online
