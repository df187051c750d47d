"""Take an application up for work: called when somebody takes charge of its case."""

from uuid import UUID

from domain.intake.model.application import Application
from domain.intake.queries.application_sheet import application_to_handle
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.actions.moving.reassign_proceeding import ReassignProceeding, reassign_proceeding
from domain.procedure.queries.proceeding_of import proceeding_of
from domain.procedure.terms import Effect


async def take_up_application(work: UnitOfWork, operator: Operator, application_id: UUID) -> Application:
    """Mark it as taken up now; one that no office had goes to the operator's.

    Refuses NotAllowed without the role, NotFound out of reach, NotUnderWay when it was taken up or given up before.
    """
    application = await application_to_handle(work, operator, application_id, for_update=True)
    application.take_up(operator.operator_id, work.now)
    application.office_id = application.office_id or operator.office_id
    await _take_up_proceeding(work, operator, application)
    return application


async def _take_up_proceeding(work: UnitOfWork, operator: Operator, application: Application) -> None:
    """The proceeding is the operator's, and its work begins where one thing alone can be done first."""
    try:
        found = await proceeding_of(work, operator, application.id)
    except NotFound:
        return
    if not found.responsible:
        await reassign_proceeding(
            work,
            operator,
            ReassignProceeding(
                proceeding_id=found.id, responsible_id=operator.operator_id, office_id=application.office_id
            ),
        )
    ways = [one.transition for one in found.ways_on if one.transition.effect is Effect.NONE and not one.asks_visa]
    if len(found.history) == 1 and len(ways) == 1 and not ways[0].fields:
        await fire_transition(work, operator, FireTransition(proceeding_id=found.id, transition=ways[0].key))
