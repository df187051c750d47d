"""Who may act for a person who cannot act alone."""

from datetime import date
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, word
from domain.registry.terms import GuardianshipKind


class Guardianship(Table, table=True):
    """The right to act for ``person_id``, by law or by decree of a judge, in a range of days."""

    __tablename__ = "guardianship"
    __table_args__ = {"schema": "registry"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    guardian_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: GuardianshipKind = word(GuardianshipKind)
    decree: str = ""
    is_verified: bool = False
    held_during: Range[date] = column(Days)
