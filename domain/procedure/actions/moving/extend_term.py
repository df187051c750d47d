"""Decide that one proceeding takes longer."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.model.proceeding import TermExtension
from domain.procedure.permissions import may_supervise
from domain.procedure.queries.deadline_of import term_facts
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.proceedings import proceeding
from domain.procedure.refusals import NotYoursToReassign, TermTooLong


class ExtendTerm(BaseModel):
    """Which one, how many days more, and by which law or act: the citizen reads it."""

    proceeding_id: UUID
    days: int = Field(ge=1, le=180)
    ground: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]


async def extend_term(work: UnitOfWork, operator: Operator, command: ExtendTerm) -> None:
    """The deadline moves, never beyond the law's longest term. Refuses NotFound, NotYoursToReassign, TermTooLong."""
    found = await proceeding(work, operator, command.proceeding_id, for_update=True)
    if not may_supervise(operator):
        raise NotYoursToReassign
    facts = await term_facts(work, found)
    total = found.term_days + sum(one.days for one in facts.extensions) + command.days
    if not facts.legal.allows(total, command.ground):
        raise TermTooLong
    work.session.add(
        TermExtension(
            ente_id=found.ente_id,
            proceeding_id=found.id,
            days=command.days,
            decided_on=work.today,
            ground=command.ground,
            operator_id=operator.operator_id,
        )
    )
    found.version += 1
    await settle_deadline(work, found, await definition_of(work, found.procedure_version_id))
