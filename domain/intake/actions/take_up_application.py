"""Take an application up for work: called when somebody takes charge of its case."""

from uuid import UUID

from domain.intake.model.application import Application
from domain.intake.queries.application_sheet import application_to_handle
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def take_up_application(work: UnitOfWork, operator: Operator, application_id: UUID) -> Application:
    """Mark it as taken up now; one that no office had goes to the operator's.

    Refuses NotAllowed without the role, NotFound out of reach, NotUnderWay when it was taken up or given up before.
    """
    application = await application_to_handle(work, operator, application_id, for_update=True)
    application.take_up(operator.operator_id, work.now)
    application.office_id = application.office_id or operator.office_id
    return application
