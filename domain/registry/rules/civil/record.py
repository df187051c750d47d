"""What the civil registry says of somebody, in our words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.registry.terms import Kinship


@dataclass(frozen=True)
class CivilAddress:
    """A residence, and since when; an address abroad has no ``postal_code``."""

    street: str = field(default="", repr=False)
    postal_code: str = ""
    city: str = ""
    since: date | None = None

    @property
    def value(self) -> dict[str, Any]:
        """The fields of a residence."""
        return {"street": self.street, "postal_code": self.postal_code, "city": self.city}


@dataclass(frozen=True)
class CivilRecord:
    """Somebody as the registry has them: what it does not say is empty or None. Nothing of it is written to a log."""

    codice_fiscale: str = field(default="", repr=False)
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    sex: str = ""
    born_on: date | None = field(default=None, repr=False)
    died_on: date | None = field(default=None, repr=False)
    residence: CivilAddress | None = field(default=None, repr=False)

    @property
    def full_name(self) -> str:
        """Name and surname."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class CivilMember:
    """Somebody of a registry household; ``kinship`` None when the registry does not say what they are to its head."""

    record: CivilRecord
    kinship: Kinship | None = None
    since: date | None = None
