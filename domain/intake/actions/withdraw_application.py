"""Give up an application."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.events import ApplicationWithdrawn
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle, title_in
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotYourPerson
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


class WithdrawApplication(BaseModel):
    """Which one."""

    application_id: UUID


async def withdraw_application(work: UnitOfWork, citizen: Citizen, command: WithdrawApplication) -> Application:
    """Tell the office that it is no longer wanted. Refuses NotFound, NotYourPerson, NotUnderWay for drafts and ends."""
    application = await own_application(work, citizen, command.application_id, for_update=True)
    if not may_handle(citizen, application):
        raise NotYourPerson
    application.withdraw(work.now)
    await work.record(
        ApplicationWithdrawn(
            ente_id=application.ente_id,
            application_id=application.id,
            withdrawn_by_id=citizen.person_id,
            title=title_in(citizen, application),
        )
    )
    return application
