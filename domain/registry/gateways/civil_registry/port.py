"""What we ask of a civil registry, whoever answers: people, and who lives with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from domain.registry.rules.civil.record import CivilMember, CivilRecord


class Unavailable(Exception):
    """The registry does not answer now; it may later. The text is for our log and names nobody."""


class Unreadable(Exception):
    """The registry answered in a way that we do not understand. The text is for our log and names nobody."""


@dataclass(frozen=True)
class Criteria:
    """Whom we ask about: by codice fiscale, or by name and day of birth."""

    codice_fiscale: str = field(default="", repr=False)
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    born_on: date | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Question:
    """One question: the number that makes it ours, the day it is about, and the practice for which it is asked."""

    number: int
    day: date
    practice: str


@dataclass(frozen=True)
class Answer:
    """Who was found (nobody: empty), and the number that the registry gave to its answer."""

    people: Sequence[CivilRecord] = ()
    number: str = ""


@dataclass(frozen=True)
class HouseholdAnswer:
    """Who lives together (empty: the registry knows of no household), and the number of the answer."""

    members: Sequence[CivilMember] = ()
    number: str = ""


class CivilRegistry(Protocol):
    """A civil registry. No transaction is open while it is asked."""

    async def people(self, criteria: Criteria, question: Question) -> Answer:
        """The people who answer to ``criteria``. Raises ``Unavailable`` and ``Unreadable``."""
        ...

    async def household(self, codice_fiscale: str, question: Question) -> HouseholdAnswer:
        """The registry household of a person. Raises ``Unavailable`` and ``Unreadable``."""
        ...
