"""What appointments hold: a place of an agenda, rooms and people. The database lets nobody hold it twice."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

import domain.scheduling.model.appointment
import domain.scheduling.model.resource  # noqa: F401 - keys point at its tables
from domain.platform.database import means
from domain.platform.tables import Table, instant
from domain.scheduling.model.columns import during
from domain.scheduling.refusals import PlaceTaken


class SeatHold(Table, table=True):
    """The place of an agenda that an appointment holds. Nobody's name is here: everybody may read what is taken.

    Places of one agenda that overlap begin at the same moment and have different numbers.
    """

    __tablename__ = "seat_hold"
    __table_args__ = (
        sa.ForeignKeyConstraint(["agenda_id", "seat"], ["scheduling.seat.agenda_id", "scheduling.seat.number"]),
        sa.UniqueConstraint("appointment_id"),
        ExcludeConstraint(
            (sa.column("agenda_id"), "="),
            (sa.column("seat"), "="),
            (sa.column("taken_during"), "&&"),
            using="gist",
            name="ex_seat_hold_twice",
        ),
        ExcludeConstraint(
            (sa.column("agenda_id"), "="),
            (sa.column("starts_at"), "<>"),
            (sa.column("taken_during"), "&&"),
            using="gist",
            name="ex_seat_hold_askew",
        ),
        sa.Index("ix_seat_hold_agenda_id_starts_at", "agenda_id", "starts_at"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    appointment_id: UUID = Field(foreign_key="scheduling.appointment.id", ondelete="CASCADE")
    agenda_id: UUID
    seat: int
    starts_at: datetime = instant(nullable=False)
    ends_at: datetime = instant(nullable=False)
    during: "Range[datetime] | None" = during()


class ResourceHold(Table, table=True):
    """An operator, a room or an interpreter that an appointment holds; people received together share it."""

    __tablename__ = "resource_hold"
    __table_args__ = (
        sa.UniqueConstraint("appointment_id", "resource_id"),
        ExcludeConstraint(
            (sa.column("resource_id"), "="),
            (sa.column("agenda_id"), "<>"),
            (sa.column("taken_during"), "&&"),
            using="gist",
            name="ex_resource_hold_elsewhere",
        ),
        ExcludeConstraint(
            (sa.column("resource_id"), "="),
            (sa.column("starts_at"), "<>"),
            (sa.column("taken_during"), "&&"),
            using="gist",
            name="ex_resource_hold_askew",
        ),
        sa.Index("ix_resource_hold_resource_id_starts_at", "resource_id", "starts_at"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    appointment_id: UUID = Field(foreign_key="scheduling.appointment.id", ondelete="CASCADE")
    resource_id: UUID = Field(foreign_key="scheduling.resource.id")
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", index=True)
    starts_at: datetime = instant(nullable=False)
    ends_at: datetime = instant(nullable=False)
    during: "Range[datetime] | None" = during()


for _constraint in ("seat_hold_twice", "seat_hold_askew", "resource_hold_elsewhere", "resource_hold_askew"):
    means(f"ex_{_constraint}", PlaceTaken())
