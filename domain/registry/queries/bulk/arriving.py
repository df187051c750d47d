"""People as they arrive from an archive: what is said of each, and whether the registry can take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.kernel.refusals import Invalid
from domain.kernel.text import Text
from domain.registry.rules.facts.kinds import value_of
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactKind


@dataclass(frozen=True)
class ArrivingFact:
    """One thing said of somebody: the fields of its kind, and the first day; without it, since ever."""

    kind: FactKind
    value: Mapping[str, Any]
    starts_on: date | None = None

    @property
    def stretch(self) -> Stretch:
        """The days for which it holds: up to what is known to come after it."""
        return Stretch(self.starts_on)

    def understood(self) -> FactValue:
        """The value of its kind. Refuses Invalid, by field."""
        return value_of(self.kind, self.value)


@dataclass(frozen=True)
class ArrivingPerson:
    """Somebody under the ``id`` that the record gets; of a person who is known, the id of the record that counts.

    ``reason`` is written beside each fact: from which archive, in which row. Among the facts of somebody new is the
    identity.
    """

    id: UUID
    reason: str
    facts: tuple[ArrivingFact, ...]
    codice_fiscale: str | None = None


def problems_of(fact: ArrivingFact) -> Mapping[str, Text]:
    """What is wrong with the fields of ``fact``, by field; nothing when the registry can take it."""
    try:
        fact.understood()
    except Invalid as refused:
        return refused.fields
    return {}
