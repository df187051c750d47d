"""Give an application to a colleague, who answers for it from now on (L. 241/1990 art. 5)."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.events import ApplicationAssigned
from domain.intake.model.application import Application
from domain.intake.queries.application_sheet import application_to_handle
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.reassign_proceeding import ReassignProceeding, reassign_proceeding
from domain.procedure.queries.proceedings import proceeding_about


class AssignApplication(BaseModel):
    """Which one and to whom; ``office_id`` None: the office stays. ``seen_version`` is the proceeding's on the page."""

    application_id: UUID
    responsible_id: UUID
    office_id: UUID | None = None
    seen_version: int | None = None


async def assign_application(work: UnitOfWork, operator: Operator, command: AssignApplication) -> Application:
    """The colleague's name is on the application and on its proceeding.

    Refuses NotAllowed, NotFound, also where the ente has no procedure for it and for a colleague who is not enabled,
    NotYoursToReassign, MovedMeanwhile, NotUnderWay when it has its answer.
    """
    application = await application_to_handle(work, operator, command.application_id, for_update=True)
    application.assign(command.responsible_id, command.office_id)
    found = await proceeding_about(work, operator, application.id)
    moved = ReassignProceeding(
        proceeding_id=found.id,
        responsible_id=command.responsible_id,
        office_id=command.office_id,
        seen_version=command.seen_version,
    )
    await reassign_proceeding(work, operator, moved)
    await work.record(
        ApplicationAssigned(
            ente_id=application.ente_id,
            application_id=application.id,
            responsible_id=command.responsible_id,
            assigned_by_id=operator.operator_id,
        )
    )
    return application
