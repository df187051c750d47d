"""How a person is reached, and where a person lives."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, word
from domain.registry.rules.tenures import left_on
from domain.registry.terms import AddressKind, ContactKind


class Contact(Table, table=True):
    """An address of a person. Couples share them, so a contact never identifies anybody."""

    __tablename__ = "contact"
    __table_args__ = (sa.UniqueConstraint("person_id", "kind", "value"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: ContactKind = word(ContactKind)
    value: str
    belongs_to: str = ""
    is_preferred: bool = True


class Residence(Table, table=True):
    """Where a person lives, in a range of days."""

    __tablename__ = "residence"
    __table_args__ = (sa.Index("ix_residence_person", "person_id"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: AddressKind = word(AddressKind)
    street: str = ""
    postal_code: str = ""
    city: str = ""
    belfiore: str = ""
    is_without_fixed_abode: bool = False
    held_during: Range[date] = column(Days)
    source: str

    def leave(self, day: date) -> bool:
        """Live there up to the day before ``day``; False, changing nothing, when it starts on that day or later."""
        before = left_on(self.held_during, day)
        if before is not None:
            self.held_during = before
        return before is not None
