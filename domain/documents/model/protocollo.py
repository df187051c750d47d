"""The protocollo: the register of what comes in and goes out, numbered without gaps by year (DPR 445/2000 art. 53)."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.documents.terms import Direction
from domain.platform.tables import Table, instant, word


class ProtocolloEntry(Table, table=True):
    """One line of the register. ``about_id`` is what was registered: it is registered once in each direction."""

    __tablename__ = "protocollo"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "year", "number"),
        sa.UniqueConstraint("about_id", "direction"),
        {"schema": "documents"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    year: int
    number: int
    direction: Direction = word(Direction)
    subject: str
    about_id: UUID
    registered_at: datetime = instant(nullable=False)

    @property
    def label(self) -> str:
        """``2026/0000123``, as it is quoted."""
        return f"{self.year}/{self.number:07d}"


class ProtocolloCounter(Table, table=True):
    """The last number given by an ente in a year; its row lock keeps the numbers without gaps."""

    __tablename__ = "protocollo_counter"
    __table_args__ = (sa.UniqueConstraint("ente_id", "year"), {"schema": "documents"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    year: int
    last_number: int = 0
