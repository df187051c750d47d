"""What two people are to each other ends, or never was."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.known import Origin, make_room, moment_after
from domain.registry.queries.relations.rows import relation_to_change
from domain.registry.refusals import PeriodReversed
from domain.registry.rules.timelines import Stretch


class EndRelation(BaseModel):
    """``last_day`` is the last on which it holds; without it, it never did."""

    relation_id: UUID
    last_day: date | None = None
    reason: str = Field(min_length=3, max_length=300)


async def end_relation(work: UnitOfWork, actor: Actor, command: EndRelation) -> None:
    """After the day it does not hold; that it was believed stays readable.

    Refuses NotAllowed, NotFound, ChangedMeanwhile, and PeriodReversed for a day before the first.
    """
    relation = await relation_to_change(work, actor, command.relation_id)
    after = relation.stretch
    if command.last_day is not None:
        if after.starts_on is not None and command.last_day < after.starts_on:
            raise PeriodReversed
        after = Stretch(command.last_day + timedelta(days=1), after.ends_before)
    if after.is_empty:
        raise PeriodReversed
    at = moment_after([relation], work.now)
    pieces = make_room([relation], after, at, Origin.of(actor, relation.source, command.reason))
    await work.session.flush()  # what is not believed any more gives way before its pieces take its place
    work.session.add_all(pieces)
