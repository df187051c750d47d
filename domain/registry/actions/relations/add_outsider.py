"""Somebody or something without a record finds its place in the drawings of a person."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field, model_validator

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.actions.relations.record_relation import RecordRelation, record_relation
from domain.registry.model.known import Origin
from domain.registry.model.relation import Outsider
from domain.registry.permissions import may_draw_families
from domain.registry.queries.people import person_on_record
from domain.registry.rules.outsiders import OutsiderFacts
from domain.registry.terms import FactSource
from domain.registry.terms.relations import RelationKind


class AddOutsider(OutsiderFacts):
    """Who or what, and what it is to ``to_id``. ``is_first``: it is the parent or the violent one, else the other."""

    person_id: UUID
    to_id: UUID
    relation: RelationKind
    is_first: bool = True
    starts_on: date | None = None
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, dict) else given


async def add_outsider(work: UnitOfWork, actor: Actor, command: AddOutsider) -> UUID:
    """Keep it with its first relation, and give back its id. Refuses what record_relation refuses."""
    if not may_draw_families(actor):
        raise NotAllowed
    owner = await person_on_record(work, actor, command.person_id)
    facts = OutsiderFacts.model_validate(command.model_dump(include=set(OutsiderFacts.model_fields)))
    origin = Origin.of(actor, command.source, command.reason)
    added = Outsider.of(owner.ente_id, owner.id, facts, work.now, origin)
    work.session.add(added)
    await work.session.flush()  # the relation refers to it
    ends = (added.id, command.to_id) if command.is_first else (command.to_id, added.id)
    relation = RecordRelation(
        person_id=owner.id,
        one_id=ends[0],
        other_id=ends[1],
        kind=command.relation,
        starts_on=command.starts_on,
        source=command.source,
        reason=command.reason,
    )
    await record_relation(work, actor, relation)
    return added.id
