"""Who came to a desk today: a number, and when it was called. A number says nothing of anybody."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant, word
from domain.reception.refusals import NumberSettled
from domain.reception.terms.arrivals import ArrivalStatus


class Arrival(Table, table=True):
    """A number of the day of an office. It waits from ``arrived_at`` to ``called_at``; who it is stands elsewhere.

    ``due_at`` is the hour of the appointment of somebody who came in time for it. ``called_to`` is where they are
    called: a room, a counter.
    """

    __tablename__ = "arrival"
    __table_args__ = (
        sa.UniqueConstraint("office_id", "arrived_on", "number"),
        sa.Index("ix_arrival_ente_id_arrived_on", "ente_id", "arrived_on"),
        sa.UniqueConstraint("appointment_id"),
        sa.CheckConstraint("called_at IS NULL OR called_at >= arrived_at", name="order"),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    arrived_on: date
    number: int
    status: ArrivalStatus = word(ArrivalStatus, default=ArrivalStatus.WAITING)
    language: str = ""
    reason: str = ""
    is_urgent: bool = False
    appointment_id: UUID | None = Field(default=None, foreign_key="scheduling.appointment.id")
    due_at: datetime | None = instant()
    arrived_at: datetime = instant(nullable=False)
    called_at: datetime | None = instant()
    called_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    called_to: str = ""
    left_at: datetime | None = instant()
    sheet_id: UUID | None = Field(default=None, foreign_key="reception.contact_sheet.id", index=True)

    def call(self, operator_id: UUID, at: datetime, called_to: str = "") -> None:
        """Somebody calls the number: from now on it waits no more. Refuses NumberSettled."""
        if self.status is not ArrivalStatus.WAITING:
            raise NumberSettled
        self.called_to = called_to
        self.status, self.called_by_id, self.called_at = ArrivalStatus.CALLED, operator_id, max(at, self.arrived_at)

    def serve(self, sheet_id: UUID) -> None:
        """A sheet is written for who was called. Refuses NumberSettled."""
        if self.status is not ArrivalStatus.CALLED:
            raise NumberSettled
        self.status, self.sheet_id = ArrivalStatus.SERVED, sheet_id

    def leave(self, at: datetime) -> None:
        """Who waited, or was called, is not there any more. Refuses NumberSettled."""
        if self.status not in (ArrivalStatus.WAITING, ArrivalStatus.CALLED):
            raise NumberSettled
        self.status, self.left_at = ArrivalStatus.LEFT, at


class ArrivalPerson(Table, table=True):
    """Who has a number, where that was known: kept only while they wait."""

    __tablename__ = "arrival_person"
    __table_args__ = (sa.UniqueConstraint("arrival_id"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    arrival_id: UUID = Field(foreign_key="reception.arrival.id", ondelete="CASCADE")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)


class ArrivalCounter(Table, table=True):
    """The last number an office has given on a day."""

    __tablename__ = "arrival_counter"
    __table_args__ = (sa.UniqueConstraint("office_id", "arrived_on"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    arrived_on: date
    last_number: int = 0
