"""A fact about somebody as an application is examined: its value, from where it is known, and of which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.catalogue.queries.requirements import FACTS, FactValue
from domain.catalogue.terms import NO, YES, FieldKind
from domain.kernel.text import Text, _
from domain.registry.terms import IseeKind

ANSWERED = _("Risposta nella domanda")
INDICATOR = "isee"
YES_NO = frozenset({YES, NO})
CARE_FACTS = frozenset({"has_disability_certificate", "has_severe_disability"})
"""Facts about health: on record they are read by who follows cases alone, and so is what a colleague found of them."""


@dataclass(frozen=True)
class KnownFact:
    """``value`` as requirements see it; ``told`` is what the application says, where that is something else.

    ``isee_kind`` is which certificate says it, for what a certificate says.
    """

    key: str
    value: FactValue
    source: Text
    day: date | None
    told: FactValue | None = None
    isee_kind: IseeKind | None = None

    @property
    def label(self) -> Text:
        """What it is about, as people read it; the indicator goes by the name of its certificate."""
        if self.key == INDICATOR and self.isee_kind is not None:
            return self.isee_kind.label
        return FACTS[self.key].label if self.key in FACTS else Text(self.key)

    def as_kept(self) -> dict[str, Any]:
        """As it stands in a record that is never changed."""
        day = self.day.isoformat() if self.day else None
        kept = {"fact": self.key, "value": self.value, "source": self.source.msgid, "day": day, "told": self.told}
        return kept | ({"isee_kind": self.isee_kind.value} if self.isee_kind else {})

    @classmethod
    def of_kept(cls, kept: Mapping[str, Any]) -> "KnownFact":
        """Back from such a record."""
        day = date.fromisoformat(kept["day"]) if kept["day"] else None
        kind = IseeKind(kept["isee_kind"]) if kept.get("isee_kind") else None
        return cls(kept["fact"], kept["value"], Text(kept["source"]), day, kept["told"], kind)


def is_a_value(key: str, value: Any) -> bool:
    """Whether ``value`` can be the fact ``key``: one of its answers, or a number within its bounds."""
    fact = FACTS.get(key)
    if fact is None:
        return False
    if fact.kind in (FieldKind.NUMBER, FieldKind.MONEY):
        return type(value) is int and 0 <= value <= fact.most
    return value in (dict(fact.options) or YES_NO)


def together(registered: Iterable[KnownFact], answered: Iterable[KnownFact]) -> dict[str, KnownFact]:
    """What is on record comes before what was answered; where the two differ, the answer stands beside it."""
    found = {one.key: one for one in answered if is_a_value(one.key, one.value)}
    for one in registered:
        if not is_a_value(one.key, one.value):
            continue
        said = found.get(one.key)
        told = said.value if said is not None and said.value != one.value else None
        found[one.key] = replace(one, told=told)
    return found
