"""Save the card of a service that is being written, and how it is dealt with."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.catalogue.actions.publish_service import Slug
from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.card_draft import with_italian
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ChangeDraftCard(BaseModel):
    """The Italian words by the name of the part, lists one thing a line; ``term_days`` is the term in days."""

    draft_id: UUID
    seen_revision: int
    words: dict[str, str]
    term_days: int = Field(ge=1, le=180)
    procedure_slug: Slug
    is_online: bool = False


async def change_draft_card(work: UnitOfWork, operator: Operator, command: ChangeDraftCard) -> None:
    """Also a card that is not whole is kept. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    draft.card = with_italian(draft.card, command.words)
    draft.term_days, draft.procedure_slug = command.term_days, command.procedure_slug
    draft.is_online = command.is_online
