"""The sheet that somebody takes home from the desk: how to go on with the draft alone."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.queries.application_of import desk_application
from domain.intake.queries.draft_days import kept_until
from domain.intake.rules.qr import qr_picture
from domain.kernel.actor import Operator
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class HomeSheet:
    """Where to go (``address``, and its QR ``picture``), for which service, and until when the draft is there.

    Nothing on it opens anything: the person signs in.
    """

    service: str
    address: str
    picture: str
    last_day: date | None


async def home_sheet(work: UnitOfWork, operator: Operator, application_id: UUID, language: str) -> HomeSheet | None:
    """The sheet of a draft that is shared; None for one that is not, or was sent. Refuses NotAllowed, NotFound."""
    draft = await desk_application(work, operator, application_id)
    if not draft.is_draft or draft.shared_at is None:
        return None
    services = await services_of_versions(work, [draft.service_version_id])
    address = f"{settings().portal_url.rstrip('/')}/domande"
    return HomeSheet(
        service=services[draft.service_version_id].card.title.in_(language),
        address=address,
        picture=qr_picture(address),
        last_day=(await kept_until(work, [draft])).get(draft.id),
    )
