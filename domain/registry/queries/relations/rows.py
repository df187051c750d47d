"""The rows of relations and outsiders, to be read or changed: the door for the other questions and the actions."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.model.relation import Outsider, Relation
from domain.registry.permissions import may_draw_families, visible_to
from domain.registry.refusals import ChangedMeanwhile
from domain.registry.terms.relations import RelationAspect


def believed(column: Any, known_at: datetime | None) -> sa.ColumnElement[bool]:
    """The condition that a row is believed now, or was believed at an instant."""
    if known_at is None:
        return sa.func.upper_inf(column)
    return column.op("@>")(sa.cast(sa.literal(known_at), sa.DateTime(timezone=True)))  # pyright: ignore[reportReturnType]


def between_known(actor: Actor) -> sa.ColumnElement[bool]:
    """The condition that ``actor`` may know of everybody whom a relation names: otherwise it is as if it were not."""
    shown = [
        sa.or_(
            column.is_(None), column.in_(sa.select(col(Person.id)).where(col(Person.id) == column, visible_to(actor)))
        )
        for column in (col(Relation.person_id), col(Relation.other_person_id))
    ]
    owned = [
        sa.or_(
            column.is_(None),
            sa.exists(
                sa.select(col(Outsider.id))
                .join(Person, col(Person.id) == col(Outsider.person_id))
                .where(col(Outsider.id) == column, visible_to(actor))
            ),
        )
        for column in (col(Relation.outsider_id), col(Relation.other_outsider_id))
    ]
    return sa.and_(*shown, *owned)


async def relations_around(
    work: UnitOfWork,
    actor: Actor,
    ids: Collection[UUID],
    day: date,
    aspects: Collection[RelationAspect],
    known_at: datetime | None = None,
) -> Sequence[Relation]:
    """The relations of some aspects, on ``day``, of anybody among ``ids``; one question."""
    near = [
        column.in_(ids)
        for column in (
            col(Relation.person_id),
            col(Relation.outsider_id),
            col(Relation.other_person_id),
            col(Relation.other_outsider_id),
        )
    ]
    statement = (
        select(Relation)
        .where(sa.or_(*near), col(Relation.aspect).in_(aspects), holds_on(Relation.held_during, day))
        .where(believed(col(Relation.known_during), known_at), between_known(actor))
    )
    return (await work.session.exec(statement.order_by(col(Relation.created_at), col(Relation.id)))).all()


async def relations_between(
    work: UnitOfWork, actor: Actor, one: UUID, other: UUID, aspect: RelationAspect
) -> Sequence[Relation]:
    """What is believed now of two, whoever is named first, of one aspect and for whichever days."""
    ends = [sa.func.coalesce(col(Relation.person_id), col(Relation.outsider_id))]
    ends.append(sa.func.coalesce(col(Relation.other_person_id), col(Relation.other_outsider_id)))
    near = sa.or_(
        *(column == key for column in (col(Relation.person_id), col(Relation.outsider_id)) for key in (one, other))
    )
    both = sa.or_(sa.and_(ends[0] == one, ends[1] == other), sa.and_(ends[0] == other, ends[1] == one))
    statement = select(Relation).where(near, both, col(Relation.aspect) == aspect)
    found = await work.session.exec(statement.where(believed(col(Relation.known_during), None), between_known(actor)))
    return found.all()


async def relation_to_change(work: UnitOfWork, actor: Actor, relation_id: UUID) -> Relation:
    """A relation that is believed. Refuses NotAllowed, NotFound and ChangedMeanwhile."""
    if not may_draw_families(actor):
        raise NotAllowed
    statement = select(Relation).where(col(Relation.id) == relation_id, between_known(actor)).with_for_update()
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if not found.is_believed:
        raise ChangedMeanwhile
    return found


async def outsider(work: UnitOfWork, actor: Actor, outsider_id: UUID) -> Outsider:
    """Somebody without a record, for who may know of the person in whose drawings they stand. Refuses NotFound."""
    statement = (
        select(Outsider)
        .join(Person, col(Person.id) == col(Outsider.person_id))
        .where(col(Outsider.id) == outsider_id, visible_to(actor))
    )
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def end_of(work: UnitOfWork, actor: Actor, key: UUID) -> UUID | Outsider:
    """Who ``key`` is: a person of the registry, as id, or an outsider. Refuses NotFound."""
    statement = select(Person.id).where(col(Person.id) == key, visible_to(actor))
    found = (await work.session.exec(statement)).one_or_none()
    return found if found is not None else await outsider(work, actor, key)
