"""What the clock has to do: which proceedings, and by which trigger."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import visible_to
from domain.procedure.queries.deadline_of import TermFacts, answer_due_on, deadline_of, term_facts
from domain.procedure.rules.calendar import Whose
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.term import acts_after
from domain.procedure.terms import Clock, PauseKind, StateKind, Trigger

CHUNK = 200


async def due_by_clock(work: UnitOfWork, system: System, after: UUID | None = None) -> Sequence[UUID]:
    """The next 200 proceedings in which something is to be done today, by id, after the one named."""
    wanted = select(Proceeding.id).where(col(Proceeding.acts_on) <= work.today, visible_to(system))
    if after is not None:
        wanted = wanted.where(col(Proceeding.id) > after)
    return (await work.session.exec(wanted.order_by(col(Proceeding.id)).limit(CHUNK))).all()


async def acts_on(work: UnitOfWork, found: Proceeding, definition: ProcedureDefinition) -> dict[Trigger, date]:
    """On which day each trigger of the present state comes, as known today."""
    facts = await term_facts(work, found)
    due = (await deadline_of(work, found, facts)).due_on
    days = {Trigger.ON_EXPIRY: _expiry(found, definition, facts), Trigger.ON_DUE: _due(found, definition, due)}
    return {trigger: day for trigger, day in days.items() if day is not None}


async def trigger_due(work: UnitOfWork, found: Proceeding, definition: ProcedureDefinition) -> Trigger | None:
    """The trigger whose day has come; the time of the state before the term of the office."""
    days = await acts_on(work, found, definition)
    return next((trigger for trigger, day in days.items() if day <= work.today), None)


def _expiry(found: Proceeding, definition: ProcedureDefinition, facts: TermFacts) -> date | None:
    """The day after the time of this state; None while a notice is not known to have been received."""
    state = definition.state(found.state)
    if definition.automatic(state.key, Trigger.ON_EXPIRY) is None or state.days is None:
        return None
    if (waiting := facts.waiting) is not None and waiting.kind is not PauseKind.OTHER:
        last = answer_due_on(state, facts)
        return acts_after(last) if last else None
    whose = Whose.CITIZEN if state.kind is StateKind.WAITING_FOR_CITIZEN else Whose.OFFICE
    return acts_after(facts.calendar.last_day(found.entered_on, state.days, whose))


def _due(found: Proceeding, definition: ProcedureDefinition, due: date | None) -> date | None:
    if definition.automatic(found.state, Trigger.ON_DUE) is None or found.clock is not Clock.RUNNING:
        return None
    return acts_after(due) if due else None
