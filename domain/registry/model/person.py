"""A person, whatever role: one record in each ambito."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Table
from domain.registry.refusals import AlreadyRegistered
from domain.registry.rules.ages import age_on


class Person(Table, table=True):
    """Somebody known to the ambito. ``ente_id`` is the ente that holds the record: the comune of residence."""

    __tablename__ = "person"
    __table_args__ = (
        sa.UniqueConstraint("ambito_id", "codice_fiscale"),
        sa.CheckConstraint("family_name <> '' OR alias <> ''", name="name"),
        {"schema": "registry"},
    )

    ambito_id: UUID = Field(foreign_key="organization.ente.id")
    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    codice_fiscale: str | None = None
    has_doubtful_codice_fiscale: bool = False
    given_name: str = ""
    family_name: str = ""
    alias: str = ""
    born_on: date | None = None
    birthplace_code: str | None = None
    sex: str | None = None
    citizenship: str | None = None
    language: str = "it"
    is_protected: bool = False
    version: int = 1

    @property
    def full_name(self) -> str:
        """Name and surname; the alias of those known only by it."""
        return f"{self.given_name} {self.family_name}".strip() or self.alias

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)

    def protect(self) -> None:
        """From now on only the operators named for it know of this person."""
        self.is_protected = True
        self.version += 1

    def speak(self, language: str) -> None:
        """From now on we write to this person in ``language``."""
        self.language = language
        self.version += 1


class ProtectedAccess(Table, table=True):
    """An operator who may see a person whose file is hidden from the others."""

    __tablename__ = "protected_access"
    __table_args__ = (sa.UniqueConstraint("person_id", "operator_id"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")


means("uq_person_ambito_id_codice_fiscale", AlreadyRegistered())
