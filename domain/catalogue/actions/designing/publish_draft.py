"""Put in force a service as its draft says."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.refusals import CardNotWhole, ServiceDraftChanged
from domain.catalogue.rules.designing.card_draft import missing, whole
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.rules.requirements import Requirement
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class PublishDraft(BaseModel):
    """Which draft, as seen at which revision."""

    draft_id: UUID
    seen_revision: int


async def publish_draft(work: UnitOfWork, operator: Operator, command: PublishDraft) -> UUID:
    """The id of the version in force from today; the draft is gone, and requests keep the version they were made of.

    Refuses NotFound, NotYoursToPublish, ServiceDraftChanged, CardNotWhole, FormNotSound and
    RequirementsNotSound with the places, BenefitCodeUnknown.
    """
    draft = await draft_to_change(work, operator, command.draft_id)
    if draft.revision != command.seen_revision:
        raise ServiceDraftChanged
    if parts := missing(draft.card):
        raise CardNotWhole(parts)
    version_id = await publish_service(
        work,
        operator,
        PublishService(
            ente_id=draft.ente_id,
            slug=draft.slug,
            card=whole(draft.card),
            form=FormDefinition.model_validate(draft.form),
            requirements=tuple(Requirement.model_validate(one) for one in draft.requirements),
            term_days=draft.term_days,
            procedure_slug=draft.procedure_slug,
            is_online=draft.is_online,
        ),
    )
    await work.session.delete(draft)
    return version_id
