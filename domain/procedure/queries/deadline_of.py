"""The deadline of a proceeding, reckoned anew from what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding, TermExtension, TermSuspension
from domain.procedure.queries.legal_calendar import calendar_for, legal_terms_on
from domain.procedure.rules.calendar import Calendar, Whose
from domain.procedure.rules.deadline import Deadline, Step, deadline
from domain.procedure.rules.definition import State
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.term import Extension, Suspension, Term
from domain.procedure.terms import PauseKind

__all__ = ["Deadline", "Step", "TermFacts", "answer_due_on", "deadline_of", "term_facts"]


@dataclass(frozen=True)
class TermFacts:
    """What a term is reckoned from; ``suspensions`` are those of the present term, the earliest first."""

    calendar: Calendar
    legal: LegalTerms
    suspensions: Sequence[TermSuspension]
    extensions: Sequence[TermExtension]

    @property
    def waiting(self) -> TermSuspension | None:
        """The request or notice that waits for an answer."""
        return next((one for one in self.suspensions if one.is_open), None)

    def times(self, kind: PauseKind) -> int:
        """How many suspensions of this kind there were in the present term."""
        return sum(one.kind is kind for one in self.suspensions)


async def term_facts(work: UnitOfWork, found: Proceeding) -> TermFacts:
    """The days off, the law's numbers, and what happened to the term; five questions.

    A review opens a term of its own: what came before it does not count any more.
    """
    suspended = select(TermSuspension).where(
        col(TermSuspension.proceeding_id) == found.id, col(TermSuspension.starts_on) >= found.started_on
    )
    extended = select(TermExtension).where(
        col(TermExtension.proceeding_id) == found.id, col(TermExtension.decided_on) >= found.started_on
    )
    return TermFacts(
        calendar=await calendar_for(work, found.ente_id),
        legal=await legal_terms_on(work, found.started_on),
        suspensions=(await work.session.exec(suspended.order_by(col(TermSuspension.created_at)))).all(),
        extensions=(await work.session.exec(extended.order_by(col(TermExtension.created_at)))).all(),
    )


async def deadline_of(work: UnitOfWork, found: Proceeding, facts: TermFacts | None = None) -> Deadline:
    """The office's last day with its explanation, today."""
    facts = facts or await term_facts(work, found)
    term = Term(
        started_on=found.started_on,
        days=found.term_days,
        counting=found.counting,
        suspensions=tuple(one for row in facts.suspensions if (one := _suspension(row)) is not None),
        extensions=tuple(Extension(row.days, row.decided_on, row.ground) for row in facts.extensions),
        stopped_on=found.stopped_on,
        ground=found.term_ground,
    )
    return deadline(term, facts.calendar, facts.legal, work.today)


def _suspension(row: TermSuspension) -> Suspension | None:
    """None for a notice that nobody is known to have received: it stops nothing."""
    if row.kind is not PauseKind.REJECTION_NOTICE:
        return Suspension(row.kind, row.starts_on, row.answered_on, row.ground)
    return Suspension(row.kind, row.served_on, row.answered_on, row.ground) if row.served_on else None


def answer_due_on(state: State, facts: TermFacts) -> date | None:
    """The citizen's last day to answer what ``state`` waits for; None when nothing is asked, or nobody has it yet.

    The days of the state, never fewer than the law gives after the notice of a rejection.
    """
    waiting = facts.waiting
    if waiting is None or waiting.served_on is None or waiting.kind is PauseKind.OTHER:
        return None
    if waiting.kind is PauseKind.REJECTION_NOTICE:
        days = max(state.days or 0, facts.legal.observation_days)
    else:
        days = state.days or facts.legal.suspension_days
    return facts.calendar.last_day(waiting.served_on, days, Whose.CITIZEN)
