"""A certificate is not of these people, or was never there: nothing is known in its place."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.model.known import Origin, moment_after
from domain.registry.queries.isee.isee_on_record import attestation_to_change


class WithdrawIsee(BaseModel):
    """Which certificate, by a row of it, and why."""

    isee_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]


async def withdraw_isee(work: UnitOfWork, operator: Operator, command: WithdrawIsee) -> UUID:
    """Do not believe it any more, of nobody; that it was believed stays readable. Give back whose file it was in.

    Refuses NotFound, NotYourPerson, ChangedMeanwhile.
    """
    holder, rows, _members = await attestation_to_change(work, operator, command.isee_id)
    for row in rows:
        row.drop(moment_after(rows, work.now), Origin.of(operator, row.source, command.reason))
    return holder.id
