"""What can be done with many proceedings at once, and why not with some of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import may_make, needs_visa, visible_to
from domain.procedure.queries.definitions import ProcedureDefinition, State, Transition, definitions
from domain.procedure.refusals import NotYourTransition, VisaPending

MOST = 50
NOT_FROM_HERE = _("Da questo stato il passaggio non si può fare.")
ONE_BY_ONE = _("Questo passaggio si fa solo una domanda alla volta.")


@dataclass(frozen=True)
class BulkRow:
    """A proceeding among many: ``ways`` are those that can be made for many at once, by key."""

    id: UUID
    subject_id: UUID
    version: int
    state: State
    ways: dict[str, Transition]
    definition: ProcedureDefinition
    waits_for_visa: bool
    operator: Operator

    def refusal(self, transition: str) -> Text | None:
        """Why the transition would be refused here; None when it can be made."""
        if self.waits_for_visa:
            return VisaPending.default
        if transition in self.ways:
            return None
        drawn = self.definition.transition(transition)
        if drawn is None or drawn.source != self.state.key:
            return NOT_FROM_HERE
        return ONE_BY_ONE if may_make(self.operator, drawn) else NotYourTransition.default

    def asks_visa(self, transition: str) -> bool:
        """Whether a supervisor would have to see it first."""
        found = self.ways.get(transition)
        return found is not None and needs_visa(self.operator, found)


async def bulk_rows(work: UnitOfWork, operator: Operator, subject_ids: Sequence[UUID]) -> Sequence[BulkRow]:
    """Those among ``subject_ids`` that the operator sees, at most 50, the nearest last day first; two questions."""
    wanted = (
        select(Proceeding)
        .where(col(Proceeding.subject_id).in_(list(subject_ids)[:MOST]), visible_to(operator))
        .order_by(col(Proceeding.due_on).asc().nulls_last(), col(Proceeding.id))
    )
    found = (await work.session.exec(wanted)).all()
    drawn = await definitions(work, [one.procedure_version_id for one in found])
    return [_row(operator, one, drawn[one.procedure_version_id]) for one in found]


def _row(operator: Operator, one: Proceeding, definition: ProcedureDefinition) -> BulkRow:
    ways = {
        way.key: way
        for way in definition.ways_out(one.state)
        if way.is_bulk_allowed and may_make(operator, way) and not _asks(way)
    }
    return BulkRow(
        id=one.id,
        subject_id=one.subject_id,
        version=one.version,
        state=definition.state(one.state),
        ways=ways,
        definition=definition,
        waits_for_visa=one.visa_id is not None,
        operator=operator,
    )


def _asks(way: Transition) -> bool:
    """Whether somebody has to type something, or choose a paper, for each."""
    return any(field.required for field in way.fields) or bool(way.required_document_kinds)
