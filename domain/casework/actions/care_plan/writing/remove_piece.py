"""A goal, an action or somebody is taken out of a plan."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.queries.care_plan.plans import draft_of
from domain.casework.rules.care_plan.content import without_piece
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class RemovePiece(BaseModel):
    """Of which plan, and its key."""

    plan_id: UUID
    key: str


async def remove_piece(work: UnitOfWork, operator: Operator, command: RemovePiece) -> None:
    """Take it out of the draft; what is gone already stays gone. Refuses NotFound, PlanHasEnded, NotADraft."""
    _plan, version = await draft_of(work, operator, command.plan_id)
    version.write(without_piece(version.says, command.key))
