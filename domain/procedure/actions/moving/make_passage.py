"""Make a transition that was allowed: for the actions that fire one, give its visa, or let time do it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.events import ProceedingMoved
from domain.procedure.model.proceeding import Passage, PassageNote, Proceeding, TermSuspension
from domain.procedure.queries.deadline_of import TermFacts, answer_due_on, term_facts
from domain.procedure.refusals import NoticeRunning, SuspendedBefore
from domain.procedure.rules.definition import ProcedureDefinition, Transition
from domain.procedure.terms import Clock, Effect, MoverKind, PauseKind, Trigger


@dataclass(frozen=True)
class Move:
    """Who makes it, with what; ``is_reply`` when it is the citizen's answer. ``served_on``: the notice was received."""

    mover: MoverKind
    mover_id: UUID | None = None
    trigger: Trigger | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    document_ids: tuple[UUID, ...] = ()
    note: str = ""
    served_on: date | None = None
    is_reply: bool = False


async def make_passage(
    work: UnitOfWork, proceeding: Proceeding, definition: ProcedureDefinition, transition: Transition, move: Move
) -> UUID:
    """The id of the step. The proceeding is locked and who may was asked before.

    Refuses SuspendedBefore, and NoticeRunning on a rejection that comes too early.
    """
    facts = await term_facts(work, proceeding)
    target = definition.state(transition.target)
    if transition.effect is Effect.REJECT and _may_still_answer(definition, proceeding, facts, work.today):
        raise NoticeRunning
    if facts.waiting is not None:
        _end(facts.waiting, transition, move, work.today)
    if transition.effect is Effect.ASK_REVIEW:
        proceeding.started_on, proceeding.stopped_on = work.today, None
    if (paused := _pause(work, proceeding, definition, transition, move, facts)) is not None:
        work.session.add(paused)
    proceeding.enter(target.key, target.clock, work.now, work.today)
    passage = await _log(work, proceeding, transition, move)
    await settle_deadline(work, proceeding, definition, is_told=False)
    await work.record(
        ProceedingMoved(
            ente_id=proceeding.ente_id,
            proceeding_id=proceeding.id,
            subject_id=proceeding.subject_id,
            person_id=proceeding.person_id,
            passage_id=passage.id,
            transition=transition.key,
            from_state=transition.source,
            to_state=transition.target,
            effect=transition.effect,
            mover=move.mover,
            letter=transition.letter or "",
            is_notified=transition.notifies,
            due_on=proceeding.due_on,
        )
    )
    return passage.id


def _may_still_answer(definition: ProcedureDefinition, proceeding: Proceeding, facts: TermFacts, today: date) -> bool:
    """Whether the notice of a rejection waits, and its last day has not passed; as long as nobody has received it."""
    if facts.waiting is None or facts.waiting.kind is not PauseKind.REJECTION_NOTICE:
        return False
    last = answer_due_on(definition.state(proceeding.state), facts)
    return last is None or today <= last


def _end(waiting: TermSuspension, transition: Transition, move: Move, today: date) -> None:
    """The request or notice waits no more. Only an answer counts as one to a notice; who answers has received it."""
    waiting.is_open = False
    is_answer = move.is_reply or (transition.effect is Effect.RESUME and move.trigger is not Trigger.ON_EXPIRY)
    if waiting.kind is not PauseKind.REJECTION_NOTICE or is_answer:
        waiting.answered_on = max(today, waiting.starts_on)
    if is_answer and waiting.served_on is None:
        waiting.served_on = waiting.answered_on


def _pause(
    work: UnitOfWork,
    proceeding: Proceeding,
    definition: ProcedureDefinition,
    transition: Transition,
    move: Move,
    facts: TermFacts,
) -> TermSuspension | None:
    """What stops the term from today on; None when nothing does."""
    target = definition.state(transition.target)
    served = move.served_on
    match transition.effect:
        case Effect.SUSPEND_FOR_INTEGRATION:
            if facts.times(PauseKind.INTEGRATION) >= facts.legal.suspension_times:
                raise SuspendedBefore
            kind, served = PauseKind.INTEGRATION, served or work.today
        case Effect.ANNOUNCE_REJECTION:
            kind = PauseKind.REJECTION_NOTICE
        case _ if target.clock is Clock.SUSPENDED:
            kind = PauseKind.OTHER
        case _:
            return None
    return TermSuspension(
        ente_id=proceeding.ente_id,
        proceeding_id=proceeding.id,
        kind=kind,
        starts_on=work.today,
        served_on=served,
        created_at=work.now,
    )


async def _log(work: UnitOfWork, proceeding: Proceeding, transition: Transition, move: Move) -> Passage:
    newest = sa.func.coalesce(sa.func.max(col(Passage.number)), 0)
    number = (await work.session.exec(select(newest).where(col(Passage.proceeding_id) == proceeding.id))).one()
    internal = {one.key for one in transition.fields if one.is_internal}
    passage = Passage(
        ente_id=proceeding.ente_id,
        proceeding_id=proceeding.id,
        number=number + 1,
        transition=transition.key,
        source=transition.source,
        target=transition.target,
        effect=transition.effect,
        trigger=move.trigger,
        mover=move.mover,
        mover_id=move.mover_id,
        moved_at=work.now,
        moved_on=work.today,
        fields={key: value for key, value in move.fields.items() if key not in internal},
        document_ids=[str(one) for one in move.document_ids],
    )
    work.session.add(passage)
    hidden = {key: value for key, value in move.fields.items() if key in internal}
    if move.note or hidden:
        await work.session.flush()  # the note points at the step
        work.session.add(
            PassageNote(
                ente_id=proceeding.ente_id,
                proceeding_id=proceeding.id,
                passage_id=passage.id,
                note=move.note,
                fields=hidden,
            )
        )
    return passage
