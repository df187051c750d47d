"""Something written of a person is not true, and nothing is known in its place."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.follow_facts import follow_facts
from domain.registry.model.known import Origin, moment_after
from domain.registry.queries.facts.fact_to_change import fact_to_change
from domain.registry.refusals import NameNeeded
from domain.registry.terms import FactKind


class WithdrawFact(BaseModel):
    """Which fact, and why."""

    fact_id: UUID
    reason: str = Field(min_length=3, max_length=300)


async def withdraw_fact(work: UnitOfWork, operator: Operator, command: WithdrawFact) -> None:
    """Do not believe it any more; that it was believed stays readable.

    Refuses NotFound, NotYourSection, ChangedMeanwhile, and NameNeeded for the name of somebody.
    """
    fact, known = await fact_to_change(work, operator, command.fact_id)
    if fact.kind is FactKind.IDENTITY:
        raise NameNeeded
    fact.drop(moment_after([fact], work.now), Origin.of(operator, fact.source, command.reason))
    await work.session.flush()  # the person of today is read from the facts
    await follow_facts(work, known, fact.kind)
