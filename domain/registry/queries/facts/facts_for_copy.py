"""Everything known of a person, as it is handed over to that person: also of days gone by, and what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.permissions import may_read
from domain.registry.queries.facts.fact_words import LEFT_OUT, FieldWords, words_of_facts
from domain.registry.queries.people import person
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.terms import FactKind, FactSource


@dataclass(frozen=True)
class FactLine:
    """A thing known, with its fields in words; ``ends_on`` is the last day; ``known_to`` None while it is believed."""

    id: UUID
    kind: FactKind
    value: dict[str, Any]
    fields: tuple[FieldWords, ...]
    starts_on: date | None
    ends_on: date | None
    known_from: datetime
    known_to: datetime | None
    source: FactSource

    def holds_on(self, day: date) -> bool:
        """Whether it is believed, and of ``day``."""
        begun = self.starts_on is None or self.starts_on <= day
        return self.known_to is None and begun and (self.ends_on is None or day <= self.ends_on)


async def facts_for_copy(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> Sequence[FactLine]:
    """All facts of the kinds that a citizen reads, by kind, then the earliest written first. Refuses NotFound.

    Left out: justice and warnings among operators, contacts that belong to somebody else, who wrote a fact and why.
    """
    known = await person(work, citizen, person_id)
    kinds = [kind for kind in FactKind if may_read(citizen, kind)]
    wanted = select(Fact).where(col(Fact.person_id) == person_id, col(Fact.kind).in_(kinds))
    found = (await work.session.exec(wanted.order_by(col(Fact.created_at), col(Fact.id)))).all()
    shown = sorted((fact for fact in found if not is_of_another(fact)), key=lambda fact: kinds.index(fact.kind))
    words = await words_of_facts(work, known.ente_id, [stored_value(fact.kind, fact.value) for fact in shown])
    return [_line(fact, fields) for fact, fields in zip(shown, words, strict=True)]


def is_of_another(fact: Fact) -> bool:
    """Whether it is a telephone or an address of somebody else, by which the person is reached."""
    return fact.kind is FactKind.CONTACT and bool(fact.value.get("belongs_to"))


def _line(fact: Fact, fields: tuple[FieldWords, ...]) -> FactLine:
    ends_before = fact.stretch.ends_before
    return FactLine(
        id=fact.id,
        kind=fact.kind,
        value={name: one for name, one in fact.value.items() if name not in LEFT_OUT},
        fields=fields,
        starts_on=fact.stretch.starts_on,
        ends_on=ends_before - timedelta(days=1) if ends_before else None,
        known_from=fact.known_from,
        known_to=fact.known_during.upper,
        source=fact.source,
    )
