"""A fact as a form shows it: for who asks that it be put right, and for who puts it right."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.permissions import kinds_read_by
from domain.registry.queries.facts.fact_words import FieldWords, words_of_facts
from domain.registry.queries.facts.facts_for_copy import is_of_another
from domain.registry.queries.people import person
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.terms import FactKind, FactSource


@dataclass(frozen=True)
class FactForm:
    """What stands in a fact, and its days; ``words`` are its fields as people read them."""

    id: UUID
    person_id: UUID
    kind: FactKind
    value: dict[str, Any]
    words: tuple[FieldWords, ...]
    starts_on: date | None
    ends_on: date | None
    source: FactSource
    is_believed: bool


async def fact_form(work: UnitOfWork, actor: Actor, person_id: UUID, fact_id: UUID) -> FactForm:
    """The fact ``fact_id`` of ``person_id``, for who may read its kind. Refuses NotFound otherwise."""
    known = await person(work, actor, person_id)
    wanted = select(Fact).where(col(Fact.id) == fact_id, col(Fact.person_id) == person_id)
    fact = (await work.session.exec(wanted)).one_or_none()
    if fact is None or fact.kind not in kinds_read_by(actor, known) or is_of_another(fact):
        raise NotFound
    words = await words_of_facts(work, known.ente_id, [stored_value(fact.kind, fact.value)])
    ends_before = fact.stretch.ends_before
    return FactForm(
        id=fact.id,
        person_id=fact.person_id,
        kind=fact.kind,
        value=fact.value,
        words=words[0],
        starts_on=fact.stretch.starts_on,
        ends_on=ends_before - timedelta(days=1) if ends_before else None,
        source=fact.source,
        is_believed=fact.is_believed,
    )
