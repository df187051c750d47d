"""What somebody is to somebody else becomes known, from a day on or for some days."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.actions.relations.believe_relation import believe_relation
from domain.registry.model.known import Origin
from domain.registry.model.relation import Outsider
from domain.registry.permissions import may_draw_families
from domain.registry.queries.people import person_on_record
from domain.registry.queries.relations.rows import end_of, relations_between
from domain.registry.refusals import PeriodReversed, PlaceIsNoRelative, RelationWithOneself
from domain.registry.rules.timelines import Stretch, until_next
from domain.registry.terms import FactSource
from domain.registry.terms.relations import OutsiderKind, RelationAspect, RelationKind


class RecordRelation(BaseModel):
    """``one_id`` is ``kind`` to ``other_id``, on the pages of ``person_id``; each is a person or an outsider.

    Without ``starts_on`` it has always been so; without ``ends_on`` it lasts until the next thing known of the two.
    """

    person_id: UUID
    one_id: UUID
    other_id: UUID
    kind: RelationKind
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def record_relation(work: UnitOfWork, actor: Actor, command: RecordRelation) -> UUID:
    """Believe it from now on and give back its id; what was believed of those days stays readable as it was.

    Refuses NotAllowed, NotFound, NotYourPerson, RelationWithOneself, PlaceIsNoRelative, PeriodReversed.
    """
    if not may_draw_families(actor):
        raise NotAllowed
    if command.one_id == command.other_id:
        raise RelationWithOneself
    known = await person_on_record(work, actor, command.person_id)
    ends = await end_of(work, actor, command.one_id), await end_of(work, actor, command.other_id)
    is_place = any(isinstance(one, Outsider) and one.kind is not OutsiderKind.PERSON for one in ends)
    if is_place and command.kind.aspect is not RelationAspect.TIE:
        raise PlaceIsNoRelative
    stretch = Stretch(command.starts_on, command.ends_on + timedelta(days=1) if command.ends_on else None)
    if stretch.is_empty:
        raise PeriodReversed
    former = await relations_between(work, actor, command.one_id, command.other_id, command.kind.aspect)
    if command.ends_on is None:
        stretch = until_next(command.starts_on, [one.stretch for one in former])
    origin = Origin.of(actor, command.source, command.reason)
    return (await believe_relation(work, former, ends, command.kind, known.ente_id, stretch, origin)).id
