"""What happened to a proceeding, step by step, as far as who asks may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.text import _
from domain.organization.queries.operators import operator_names
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Passage, PassageNote
from domain.procedure.queries.definitions import ProcedureDefinition
from domain.procedure.rules.definition import AskedField
from domain.procedure.terms import Effect, MoverKind, Trigger

MOST_STEPS = 200
STARTED = _("Inizio del procedimento")


@dataclass(frozen=True)
class PassageRow:
    """A step. ``operator`` is the colleague's name, for the offices only; ``fields`` pairs what was asked and answered.

    ``note`` is empty for citizens, who read no internal answers either.
    """

    id: UUID
    name: Localised
    state: Localised
    effect: Effect
    trigger: Trigger | None
    mover: MoverKind
    operator: str
    moved_at: datetime
    fields: Sequence[tuple[AskedField, Any]]
    note: str


async def passages_of(
    work: UnitOfWork, actor: Actor, proceeding_id: UUID, definition: ProcedureDefinition
) -> Sequence[PassageRow]:
    """The steps of a proceeding that the actor sees, the latest first, at most 200; three questions."""
    wanted = select(Passage).where(col(Passage.proceeding_id) == proceeding_id)
    found = (await work.session.exec(wanted.order_by(col(Passage.number).desc()).limit(MOST_STEPS))).all()
    if not isinstance(actor, Operator):
        return [_row(one, definition, None, "") for one in found]
    about = select(PassageNote).where(col(PassageNote.proceeding_id) == proceeding_id)
    notes = {note.passage_id: note for note in (await work.session.exec(about)).all()}
    movers = {one.mover_id for one in found if one.mover_id and one.mover is MoverKind.OPERATOR}
    called: Mapping[UUID, str] = await operator_names(work, movers) if movers else {}
    return [
        _row(one, definition, notes.get(one.id), called.get(one.mover_id, "") if one.mover_id else "") for one in found
    ]


def _row(one: Passage, definition: ProcedureDefinition, note: PassageNote | None, operator: str) -> PassageRow:
    transition = definition.transition(one.transition) if one.transition else None
    answers = one.fields | (note.fields if note else {})
    asked = transition.fields if transition else ()
    return PassageRow(
        id=one.id,
        name=transition.name if transition else Localised.of(STARTED),
        state=definition.state(one.target).name,
        effect=one.effect,
        trigger=one.trigger,
        mover=one.mover,
        operator=operator,
        moved_at=one.moved_at,
        fields=[(field, answers[field.key]) for field in asked if field.key in answers],
        note=note.note if note else "",
    )
