"""An application that the citizen may still fill in, locked."""

from uuid import UUID

from domain.intake.model.application import Application
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import AlreadySubmitted, NotYourPerson
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


async def own_draft(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> Application:
    """The citizen's own draft, locked until the end. Refuses NotFound, AlreadySubmitted, NotYourPerson."""
    application = await own_application(work, citizen, application_id, for_update=True)
    if not application.is_draft:
        raise AlreadySubmitted
    if application.applicant_id != citizen.person_id:
        raise NotYourPerson
    return application
