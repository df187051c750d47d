"""Everything by which somebody can be found, as the registry knows it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.registry.rules.naming.letters import forms_of
from domain.registry.rules.naming.sounds import Word


class NameKind(StrEnum):
    """What a name is for somebody."""

    RECORDED = "recorded"
    ALIAS = "alias"
    FORMER = "former"


@dataclass(frozen=True)
class PersonName:
    """A name and surname under which somebody is or was known; of an alias only one of the two."""

    given: str
    family: str
    kind: NameKind = NameKind.RECORDED

    @property
    def full(self) -> str:
        """As people read it."""
        return f"{self.given} {self.family}".strip()

    @property
    def counting(self) -> tuple[Word, ...]:
        """The words that count, those of the name first."""
        return (*forms_of(self.given)[0], *forms_of(self.family)[0])

    @property
    def written_as_one(self) -> tuple[Word, ...]:
        """Neighbouring words written as one: mariarosa, desantis."""
        return (*forms_of(self.given)[1], *forms_of(self.family)[1])

    @property
    def words(self) -> tuple[Word, ...]:
        """All of them."""
        return tuple(dict.fromkeys((*self.counting, *self.written_as_one)))


@dataclass(frozen=True)
class Naming:
    """Somebody's names, codes (today's first) and ways to be reached, with the day of birth."""

    names: tuple[PersonName, ...]
    born_on: date | None = None
    codes: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As it is kept; the day of birth stays with the person."""
        return {
            "names": [[one.given, one.family, one.kind.value] for one in self.names],
            "codes": list(self.codes),
            "phones": list(self.phones),
            "emails": list(self.emails),
            "addresses": list(self.addresses),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any], born_on: date | None) -> "Naming":
        """What was kept."""
        return cls(
            names=tuple(PersonName(given, family, NameKind(kind)) for given, family, kind in kept["names"]),
            born_on=born_on,
            codes=tuple(kept["codes"]),
            phones=tuple(kept["phones"]),
            emails=tuple(kept["emails"]),
            addresses=tuple(kept["addresses"]),
        )
