"""What was written of two people was wrong."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.relations.believe_relation import believe_relation
from domain.registry.model.known import Origin
from domain.registry.queries.relations.rows import end_of, relation_to_change, relations_between
from domain.registry.refusals import PeriodReversed, PlaceIsNoRelative
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource
from domain.registry.terms.relations import RelationKind


class CorrectRelation(BaseModel):
    """What is right, of the same aspect, days included, and why it was wrong."""

    relation_id: UUID
    kind: RelationKind
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource = FactSource.PERSON
    reason: str = Field(min_length=3, max_length=300)


async def correct_relation(work: UnitOfWork, actor: Actor, command: CorrectRelation) -> UUID:
    """Believe this instead and give back its id; what was believed before stays readable.

    Refuses NotAllowed, NotFound, ChangedMeanwhile, PeriodReversed, and PlaceIsNoRelative for another aspect.
    """
    wrong = await relation_to_change(work, actor, command.relation_id)
    if command.kind.aspect is not wrong.aspect:
        raise PlaceIsNoRelative
    stretch = Stretch(command.starts_on, command.ends_on + timedelta(days=1) if command.ends_on else None)
    if stretch.is_empty:
        raise PeriodReversed
    ends = await end_of(work, actor, wrong.one_id), await end_of(work, actor, wrong.other_id)
    former = await relations_between(work, actor, wrong.one_id, wrong.other_id, wrong.aspect)
    origin = Origin.of(actor, command.source, command.reason)
    right = await believe_relation(work, former, ends, command.kind, wrong.ente_id, stretch, origin, instead_of=wrong)
    return right.id
