"""Reckon the deadline of a proceeding, and the day on which the program has something to do in it."""

from domain.platform.work import UnitOfWork
from domain.procedure.events import DeadlineMoved
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.queries.deadline_of import deadline_of
from domain.procedure.queries.due_by_clock import acts_on
from domain.procedure.rules.definition import ProcedureDefinition


async def settle_deadline(
    work: UnitOfWork, proceeding: Proceeding, definition: ProcedureDefinition, *, is_told: bool = True
) -> None:
    """Write down what follows from its state, its suspensions and today's calendar. Called after every change.

    That the last day has moved is an event, unless ``is_told`` is False: then another event of the caller says so.
    """
    await work.session.flush()  # the suspensions and extensions just made count
    before, proceeding.due_on = proceeding.due_on, (await deadline_of(work, proceeding)).due_on
    proceeding.acts_on = min((await acts_on(work, proceeding, definition)).values(), default=None)
    if is_told and proceeding.due_on != before:
        await work.record(
            DeadlineMoved(
                ente_id=proceeding.ente_id,
                proceeding_id=proceeding.id,
                subject_id=proceeding.subject_id,
                due_on=proceeding.due_on,
            )
        )
