"""The protocollo: the register of what comes in and goes out, numbered without gaps by year (DPR 445/2000 art. 53)."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.documents.terms import Direction
from domain.platform.tables import Table, instant, word


class ProtocolloEntry(Table, table=True):
    """One line of the register. ``about_id`` is what was registered: it is registered once in each direction.

    ``counterpart`` is the sender or the recipient as on that day, empty for a protected person; ``content_sha256`` the
    fingerprint in hex of what was registered.
    """

    __tablename__ = "protocollo"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "year", "number"),
        sa.UniqueConstraint("about_id", "direction"),
        sa.Index("ix_protocollo_ente_id_registered_at", "ente_id", "registered_at"),
        {"schema": "documents"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    year: int
    number: int
    direction: Direction = word(Direction)
    subject: str
    counterpart: str = ""
    content_sha256: str | None = None
    about_id: UUID
    registered_at: datetime = instant(nullable=False)

    @property
    def label(self) -> str:
        """``2026/0000123``, as it is quoted."""
        return numbered(self.year, self.number)


def numbered(year: int, number: int) -> str:
    """How a line is quoted: ``2026/0000123``."""
    return f"{year}/{number:07d}"


class ProtocolloCounter(Table, table=True):
    """The last number given by an ente in a year; its row lock keeps the numbers without gaps."""

    __tablename__ = "protocollo_counter"
    __table_args__ = (sa.UniqueConstraint("ente_id", "year"), {"schema": "documents"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    year: int
    last_number: int = 0


class ProtocolloAnnulment(Table, table=True):
    """A line of the register no longer counts; it stays readable, with who, when and by which act (art. 54)."""

    __tablename__ = "protocollo_annulment"
    __table_args__ = (
        sa.UniqueConstraint("entry_id"),
        sa.Index("ix_protocollo_annulment_ente_id_created_at", "ente_id", "created_at"),
        {"schema": "documents"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    entry_id: UUID = Field(foreign_key="documents.protocollo.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    reason: str
    act: str


class RegisterDay(Table, table=True):
    """The register of one day, drawn up and closed. ``previous_sha256`` is the file of the day closed before it.

    ``signed_by`` is the fingerprint (SHA-256, hex) of the certificate of the ente's seal; None where there is no seal.
    """

    __tablename__ = "register_day"
    __table_args__ = (sa.UniqueConstraint("ente_id", "registered_on"), {"schema": "documents"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    registered_on: date
    entries: int
    annulments: int
    first_label: str
    last_label: str
    address: str
    size: int
    sha256: str
    previous_sha256: str | None = None
    signed_by: str | None = None
