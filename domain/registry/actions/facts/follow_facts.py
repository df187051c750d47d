"""The record of a person shows what is believed of today, and the person is found by it: both follow the facts."""

from typing import Any

from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed_today
from domain.registry.queries.finding.namings import FINDING
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.projection import columns_of
from domain.registry.terms import FactKind

SHOWN = (FactKind.IDENTITY, FactKind.ALIAS, FactKind.CITIZENSHIP, FactKind.DEATH)
"""What the record shows in columns of its own; nothing brings them up to date at midnight, so no day to come."""


async def follow_facts(work: UnitOfWork, known: Person, kind: FactKind) -> None:
    """Bring the columns of ``known`` that come from facts of ``kind``, and the index, up to what is believed today."""
    if kind in SHOWN:
        found = await believed_today(work, known.id, kind)
        today: list[Any] = [(stored_value(kind, fact.value), fact.stretch) for fact in found]
        known.show(columns_of(kind, today))
    if kind in FINDING:
        await index_person(work, known.id)
