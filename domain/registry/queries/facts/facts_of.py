"""What is, or was, known of a person: on a day, as it was believed at an instant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.permissions import kinds_read_by
from domain.registry.queries.facts.believed import STILL
from domain.registry.queries.people import person
from domain.registry.refusals import NotYourSection
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.value import FactValue
from domain.registry.terms import FactKind, FactSource


@dataclass(frozen=True)
class FactRow:
    """Something known: ``ends_on`` is the last day; ``known_to`` None while it is believed; ``author`` an operator."""

    id: UUID
    person_id: UUID
    kind: FactKind
    value: FactValue
    starts_on: date | None
    ends_on: date | None
    known_from: datetime
    known_to: datetime | None
    source: FactSource
    author: str
    reason: str
    dropped_by: str
    dropped_reason: str


async def facts_of(
    work: UnitOfWork, actor: Actor, person_id: UUID, *, valid_on: date | None = None, known_at: datetime | None = None
) -> Sequence[FactRow]:
    """The facts that ``actor`` may read, by kind, then the earliest written first. Refuses NotFound.

    As of today and as we believe now, unless told ``valid_on`` and ``known_at``. Who calls notes the reading: it is
    part of a larger page.
    """
    known = await person(work, actor, person_id)
    believed = STILL if known_at is None else col(Fact.known_during).op("@>")(sa.cast(known_at, sa.TIMESTAMP(True)))
    wanted = select(Fact).where(
        col(Fact.person_id) == person_id,
        col(Fact.kind).in_(kinds_read_by(actor, known)),
        believed,
        holds_on(Fact.held_during, valid_on or work.today),
    )
    found = (await work.session.exec(wanted.order_by(col(Fact.created_at), col(Fact.id)))).all()
    order = list(FactKind)
    return await _rows(work, sorted(found, key=lambda fact: order.index(fact.kind)))


async def fact_of(work: UnitOfWork, actor: Actor, person_id: UUID, fact_id: UUID) -> FactRow:
    """One fact of the person, believed or not. Refuses NotFound, NotYourSection."""
    known = await person(work, actor, person_id)
    wanted = select(Fact).where(col(Fact.id) == fact_id, col(Fact.person_id) == person_id)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    if found.kind not in kinds_read_by(actor, known):
        raise NotYourSection
    return (await _rows(work, [found]))[0]


async def fact_history(work: UnitOfWork, actor: Actor, person_id: UUID, kind: FactKind, page: int = 1) -> Page[FactRow]:
    """All that was ever written of the kind, the latest first, also what is not believed any more.

    Refuses NotFound, NotYourSection.
    """
    known = await person(work, actor, person_id)
    if kind not in kinds_read_by(actor, known):
        raise NotYourSection
    mine = col(Fact.person_id) == person_id, col(Fact.kind) == kind
    total = (await work.session.exec(select(sa.func.count(col(Fact.id))).where(*mine))).one()
    latest = select(Fact).where(*mine).order_by(sa.func.lower(col(Fact.known_during)).desc(), col(Fact.id))
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def _rows(work: UnitOfWork, found: Sequence[Fact]) -> list[FactRow]:
    authors = {one for fact in found for one in (fact.author_id, fact.dropped_by_id) if one is not None}
    called = await operator_names(work, authors) if authors else {}
    return [
        FactRow(
            id=fact.id,
            person_id=fact.person_id,
            kind=fact.kind,
            value=stored_value(fact.kind, fact.value),
            starts_on=fact.stretch.starts_on,
            ends_on=fact.stretch.ends_before - timedelta(days=1) if fact.stretch.ends_before else None,
            known_from=fact.known_from,
            known_to=fact.known_during.upper,
            source=fact.source,
            author=called.get(fact.author_id, "") if fact.author_id else "",
            reason=fact.reason,
            dropped_by=called.get(fact.dropped_by_id, "") if fact.dropped_by_id else "",
            dropped_reason=fact.dropped_reason,
        )
        for fact in found
    ]
