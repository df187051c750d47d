"""An application that may still be filled in, locked: by the citizen, or by an operator at the desk."""

from uuid import UUID

from domain.intake.model.application import Application
from domain.intake.queries.application_of import application_of
from domain.intake.refusals import AlreadySubmitted, NotYourPerson
from domain.kernel.actor import Citizen, Operator, System
from domain.platform.work import UnitOfWork


async def own_draft(work: UnitOfWork, actor: Citizen | Operator | System, application_id: UUID) -> Application:
    """The draft of the citizen, or of the operator's desk, locked to the end; the program reaches every one.

    Refuses NotFound, AlreadySubmitted, NotYourPerson.
    """
    application = await application_of(work, actor, application_id, for_update=True)
    if not application.is_draft:
        raise AlreadySubmitted
    if isinstance(actor, Citizen) and application.applicant_id != actor.person_id:
        raise NotYourPerson
    return application
