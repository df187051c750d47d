"""An office, and the hours in which it is open."""

from datetime import time
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.organization.refusals import OfficeNameTaken
from domain.organization.terms import OfficeKind
from domain.platform.database import means
from domain.platform.tables import Table, word


class Office(Table, table=True):
    """A place or a team of an ente that receives people or follows cases."""

    __tablename__ = "office"
    __table_args__ = (sa.UniqueConstraint("ente_id", "name"), {"schema": "organization"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: OfficeKind = word(OfficeKind)
    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    is_receiving_applications: bool = False
    is_open: bool = True


class OpeningHours(Table, table=True):
    """A stretch of a weekday (0 = Monday) in which an office is open to people."""

    __tablename__ = "opening_hours"
    __table_args__ = (
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.CheckConstraint("closing_time > opening_time", name="order"),
        sa.UniqueConstraint("office_id", "weekday", "opening_time"),
        {"schema": "organization"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id", ondelete="CASCADE")
    weekday: int
    opening_time: time
    closing_time: time


means("uq_office_ente_id_name", OfficeNameTaken())
