"""Where an application stands in its procedure, for the office."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from domain.procedure.queries.proceedings import proceeding_about


async def application_standing(work: UnitOfWork, operator: Operator, application_id: UUID) -> ProceedingSheet | None:
    """The proceeding of an application that came through its door; None where the ente has no procedure for it.

    The reading is noted.
    """
    try:
        await proceeding_about(work, operator, application_id)
    except NotFound:
        return None
    return await proceeding_of(work, operator, application_id)
