"""Give up an application."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.events import ApplicationWithdrawn
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle, title_in
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotUnderWay, NotYourPerson
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.proceeding_of import proceeding_of
from domain.procedure.terms import Effect


class WithdrawApplication(BaseModel):
    """Which one."""

    application_id: UUID


async def withdraw_application(work: UnitOfWork, citizen: Citizen, command: WithdrawApplication) -> Application:
    """Tell the office that it is no longer wanted.

    Refuses NotFound, NotYourPerson, NotUnderWay for drafts, ends, and where the procedure has no such way any more.
    """
    application = await own_application(work, citizen, command.application_id, for_update=True)
    if not may_handle(citizen, application):
        raise NotYourPerson
    await _withdraw_proceeding(work, citizen, application)
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


async def _withdraw_proceeding(work: UnitOfWork, citizen: Citizen, application: Application) -> None:
    try:
        found = await proceeding_of(work, citizen, application.id)
    except NotFound:
        return
    ways = [one.transition for one in found.ways_on if one.transition.effect is Effect.WITHDRAW]
    if not ways:
        raise NotUnderWay
    await fire_transition(work, citizen, FireTransition(proceeding_id=found.id, transition=ways[0].key))
