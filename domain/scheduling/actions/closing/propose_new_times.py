"""An office tells everybody of a closed time, and proposes another one."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.closing.closure_to_keep import closure_to_keep


class ProposeNewTimes(BaseModel):
    """For which closure."""

    closure_id: UUID


async def propose_new_times(work: UnitOfWork, operator: Operator, command: ProposeNewTimes) -> None:
    """Queue it: with many people it takes a while. Pressed twice, each is told once.

    Refuses NotFound, and NotYourAgenda to who does not keep what is closed.
    """
    closure = await closure_to_keep(work, operator, command.closure_id)
    await work.defer("move_closed_appointments", str(closure.id))
