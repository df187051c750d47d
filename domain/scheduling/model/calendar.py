"""Calendars elsewhere: the private addresses at which ours are read, and those that are read here."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.scheduling.model.resource  # noqa: F401 - keys point at its tables
from domain.platform.tables import Table, column, instant
from domain.scheduling.model.columns import fact


class Feed(Table, table=True):
    """A private calendar address for an operator or a room. Only the fingerprint of its secret is kept."""

    __tablename__ = "feed"
    __table_args__ = (sa.UniqueConstraint("fingerprint"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    resource_id: UUID = Field(foreign_key="scheduling.resource.id", ondelete="CASCADE", index=True)
    fingerprint: str
    has_names: bool = fact("is_naming")
    made_by_id: UUID = Field(foreign_key="organization.operator.id")
    last_read_on: date | None = column(sa.Date, default=None, nullable=True)
    revoked_at: datetime | None = instant()


class BusySource(Table, table=True):
    """A calendar elsewhere whose busy times close a resource here; read again every so often."""

    __tablename__ = "busy_source"
    __table_args__ = (sa.UniqueConstraint("resource_id"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    resource_id: UUID = Field(foreign_key="scheduling.resource.id", ondelete="CASCADE")
    sealed_address: str
    read_at: datetime | None = instant()
    problem: str = ""
