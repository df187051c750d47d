"""Let time move a proceeding: for the clock."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.make_passage import Move, make_passage
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import visible_to
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.due_by_clock import trigger_due
from domain.procedure.terms import MoverKind


async def move_expired(work: UnitOfWork, system: System, proceeding_id: UUID) -> UUID | None:
    """The id of the step; None when there is nothing to do any more, or somebody moves it just now.

    Run twice, it moves once: the row is locked and looked at again. Refuses SuspendedBefore, NoticeRunning.
    """
    wanted = select(Proceeding).where(
        col(Proceeding.id) == proceeding_id, col(Proceeding.acts_on) <= work.today, visible_to(system)
    )
    locked = wanted.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    found = (await work.session.exec(locked)).one_or_none()
    if found is None:
        return None
    definition = await definition_of(work, found.procedure_version_id)
    trigger = await trigger_due(work, found, definition)
    transition = definition.automatic(found.state, trigger) if trigger else None
    if trigger is None or transition is None:
        await settle_deadline(work, found, definition)  # a holiday was set meanwhile: the day has moved
        return None
    return await make_passage(work, found, definition, transition, Move(MoverKind.PROGRAM, None, trigger))
