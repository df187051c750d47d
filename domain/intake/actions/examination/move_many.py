"""Make one step for many applications at once."""

from dataclasses import dataclass
from uuid import UUID

from pydantic import BaseModel, Field

from domain.intake.queries.examination.queue import chosen_applications
from domain.kernel.actor import Operator
from domain.kernel.refusals import Refused
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.bulk import MOST


class MoveMany(BaseModel):
    """Which ones, and the transition that each of them should make."""

    application_ids: tuple[UUID, ...] = Field(min_length=1, max_length=MOST)
    transition: str


@dataclass(frozen=True)
class Moved:
    """How many did what was asked, and how many did not."""

    done: int
    refused: int


async def move_many(work: UnitOfWork, operator: Operator, command: MoveMany) -> Moved:
    """Each by itself: what cannot be moved stays where it is, and does not hold up the others.

    Only transitions that the procedure allows for many. What the operator does not see is not counted.
    """
    done = refused = 0
    for row in await chosen_applications(work, operator, command.application_ids, command.transition):
        fired = FireTransition(
            proceeding_id=row.standing.id, transition=command.transition, seen_version=row.standing.version
        )
        try:
            if row.refusal is not None:
                raise Refused(row.refusal)
            async with work.session.begin_nested():
                await fire_transition(work, operator, fired)
            done += 1
        except Refused:
            refused += 1
    return Moved(done, refused)
