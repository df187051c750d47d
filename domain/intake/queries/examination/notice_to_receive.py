"""The notice whose day of receipt nobody knows yet."""

from uuid import UUID

from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import proceeding_of
from domain.procedure.terms import Effect


async def notice_to_receive(work: UnitOfWork, system: System, application_id: UUID, passage_id: UUID) -> UUID | None:
    """The proceeding that waits to know when the notice of the step ``passage_id`` was received; None if none does."""
    try:
        found = await proceeding_of(work, system, application_id)
    except NotFound:
        return None
    if not found.history or found.history[0].id != passage_id:
        return None
    is_noticed = found.history[0].effect is Effect.ANNOUNCE_REJECTION and found.answer_due_on is None
    return found.id if is_noticed else None
