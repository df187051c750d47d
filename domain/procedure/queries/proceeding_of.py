"""Where something stands, for the citizen whose it is and for the offices: state, ways on, deadline, history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.localised import Localised
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.model.visa import Visa
from domain.procedure.permissions import may_make, may_supervise, needs_visa
from domain.procedure.queries.deadline_of import Deadline, answer_due_on, deadline_of, term_facts
from domain.procedure.queries.definitions import ProcedureDefinition, State, Transition, definition_of
from domain.procedure.queries.passages import PassageRow, passages_of
from domain.procedure.queries.proceedings import proceeding_about


@dataclass(frozen=True)
class WayOn:
    """A transition that who asks may make now; ``asks_visa`` when a supervisor has to see it first."""

    transition: Transition
    target: State
    asks_visa: bool


@dataclass(frozen=True)
class WaitingVisa:
    """The visa that is waited for; ``may_answer`` when who asks is the supervisor."""

    id: UUID
    transition: Localised
    asked_by: str
    asked_at: datetime
    note: str
    may_answer: bool


@dataclass(frozen=True)
class ProceedingSheet:
    """Everything about a proceeding that who asks may know. Citizens read no notes, no visas, no internal answers.

    ``told`` is the sentence for the citizen; ``answer_due_on`` the citizen's last day to answer, None when nothing is
    asked or it is not known that the request was received. ``version`` goes back with ``FireTransition``.
    """

    id: UUID
    subject_id: UUID
    person_id: UUID
    procedure_version_id: UUID
    version: int
    state: State
    told: Localised
    entered_at: datetime
    ways_on: tuple[WayOn, ...]
    deadline: Deadline
    answer_due_on: date | None
    history: Sequence[PassageRow]
    responsible: str
    office_id: UUID | None
    visa: WaitingVisa | None

    @property
    def is_final(self) -> bool:
        """Whether nothing more is to come."""
        return self.state.is_final


async def proceeding_of(work: UnitOfWork, actor: Actor, subject_id: UUID) -> ProceedingSheet:
    """The proceeding about ``subject_id``, in a fixed number of questions. Refuses NotFound.

    What an operator reads, and tries to read, is noted.
    """
    try:
        found = await proceeding_about(work, actor, subject_id)
    except NotFound:
        if isinstance(actor, Operator):
            _note(work, None, actor.ente_id, subject_id, is_granted=False)
        raise
    if isinstance(actor, Operator):
        _note(work, found.person_id, found.ente_id, subject_id, is_granted=True)
    definition = await definition_of(work, found.procedure_version_id)
    facts = await term_facts(work, found)
    state = definition.state(found.state)
    visa = await _visa(work, actor, found, definition)
    return ProceedingSheet(
        id=found.id,
        subject_id=found.subject_id,
        person_id=found.person_id,
        procedure_version_id=found.procedure_version_id,
        version=found.version,
        state=state,
        told=state.told or state.name,
        entered_at=found.entered_at,
        ways_on=_ways_on(actor, found, definition),
        deadline=await deadline_of(work, found, facts),
        answer_due_on=answer_due_on(state, facts),
        history=await passages_of(work, actor, found.id, definition),
        responsible=await _responsible(work, found),
        office_id=found.office_id,
        visa=visa,
    )


def _ways_on(actor: Actor, found: Proceeding, definition: ProcedureDefinition) -> tuple[WayOn, ...]:
    if found.visa_id is not None and not isinstance(actor, Citizen):
        return ()
    return tuple(
        WayOn(one, definition.state(one.target), needs_visa(actor, one))
        for one in definition.ways_out(found.state)
        if may_make(actor, one)
    )


async def _visa(
    work: UnitOfWork, actor: Actor, found: Proceeding, definition: ProcedureDefinition
) -> WaitingVisa | None:
    if found.visa_id is None or not isinstance(actor, Operator):
        return None
    visa = await work.session.get_one(Visa, found.visa_id)
    transition = definition.transition(visa.transition)
    called: Mapping[UUID, str] = await operator_names(work, [visa.asked_by_id])
    return WaitingVisa(
        id=visa.id,
        transition=transition.name if transition else Localised({"it": visa.transition}),
        asked_by=called.get(visa.asked_by_id, ""),
        asked_at=visa.asked_at,
        note=visa.note,
        may_answer=may_supervise(actor),
    )


async def _responsible(work: UnitOfWork, found: Proceeding) -> str:
    if found.responsible_id is None:
        return ""
    return (await operator_names(work, [found.responsible_id])).get(found.responsible_id, "")


def _note(work: UnitOfWork, person_id: UUID | None, ente_id: UUID, subject_id: UUID, *, is_granted: bool) -> None:
    noted: dict[str, Any] = {"subject": ReadingSubject.APPLICATION, "purpose": ReadingPurpose.APPLICATION_WORK}
    work.note_reading(
        Reading(person_id=person_id, ente_id=ente_id, subject_id=subject_id, is_granted=is_granted, **noted)
    )
