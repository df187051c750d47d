"""A person, whatever role: one record in each ambito."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Table, instant
from domain.registry.refusals import AlreadyRegistered
from domain.registry.rules.ages import age_on


class Person(Table, table=True):
    """Somebody known to the ambito. ``ente_id`` is the ente that holds the record: the comune of residence.

    Names, birth, alias, citizenship and death show what the facts say of today (``actions/facts``): they are written
    by nobody else.

    ``same_as_id`` is the record of the same person that counts now, after an operator has found two of them.
    """

    __tablename__ = "person"
    __table_args__ = (
        sa.UniqueConstraint("ambito_id", "codice_fiscale"),
        sa.CheckConstraint("family_name <> '' OR alias <> ''", name="name"),
        sa.Index("ix_person_birthday", "ambito_id", "born_on"),
        {"schema": "registry"},
    )

    ambito_id: UUID = Field(foreign_key="organization.ente.id")
    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    codice_fiscale: str | None = None
    is_codice_fiscale_doubtful: bool = False
    given_name: str = ""
    family_name: str = ""
    alias: str = ""
    born_on: date | None = None
    birthplace_code: str | None = None
    sex: str | None = None
    citizenship: str | None = None
    died_on: date | None = None
    language: str = "it"
    is_protected: bool = False
    same_as_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    version: int = 1

    @property
    def full_name(self) -> str:
        """Name and surname; the alias of those known only by it."""
        return f"{self.given_name} {self.family_name}".strip() or self.alias

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)

    def show(self, columns: Mapping[str, Any]) -> None:
        """Show what the facts say of today."""
        for name, value in columns.items():
            setattr(self, name, value)
        self.version += 1

    def protect(self) -> None:
        """From now on only the operators named for it know of this person."""
        self.is_protected = True
        self.version += 1

    def be_the_same_as(self, person_id: UUID) -> None:
        """From now on the record ``person_id`` counts, and this one is kept for its history."""
        self.same_as_id = person_id
        self.version += 1

    def take_codice_fiscale(self, code: str, *, is_doubtful: bool) -> None:
        """Somebody who had none is known by ``code`` from now on."""
        self.codice_fiscale, self.is_codice_fiscale_doubtful = code, is_doubtful
        self.version += 1

    def speak(self, language: str) -> None:
        """From now on we write to this person in ``language``."""
        self.language = language
        self.version += 1


class FormerCode(Table, table=True):
    """A provisional code that somebody had before the codice fiscale: it still finds the person."""

    __tablename__ = "former_code"
    __table_args__ = (sa.UniqueConstraint("ambito_id", "code"), {"schema": "registry"})

    ambito_id: UUID = Field(foreign_key="organization.ente.id")
    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    code: str
    reason: str
    replaced_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")


class ProtectedAccess(Table, table=True):
    """An operator who may see a person whose file is hidden from the others."""

    __tablename__ = "protected_access"
    __table_args__ = (sa.UniqueConstraint("person_id", "operator_id"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")


class ProtectedOpening(Table, table=True):
    """An operator who is not named opened the file of a protected person in an emergency, and why: for some hours."""

    __tablename__ = "protected_opening"
    __table_args__ = (
        sa.Index("ix_protected_opening_person_id_operator_id", "person_id", "operator_id"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    reason: str
    expires_at: datetime = instant(nullable=False)


means("uq_person_ambito_id_codice_fiscale", AlreadyRegistered())
