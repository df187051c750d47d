"""How an ente reminds people and offers them places; who was reminded, and whom it told of a closed day."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

import domain.scheduling.model.appointment
import domain.scheduling.model.opening  # noqa: F401 - keys point at its tables
from domain.platform.tables import Table, column, instant


class NoticeRules(Table, table=True):
    """What an ente has decided; one row, or none for the usual. All in hours, but ``most_offers``.

    ``offer_hours``: how long a freed place is kept for somebody; ``lead_hours``: how long before it is offered to
    nobody any more; ``pause_hours``: between two offers to the same person; ``closing_hours``: how long a place is
    kept for who had an appointment in a closed time.
    """

    __tablename__ = "notice_rules"
    __table_args__ = (
        sa.UniqueConstraint("ente_id"),
        sa.CheckConstraint("offer_hours BETWEEN 1 AND 240 AND closing_hours BETWEEN 1 AND 720", name="hours"),
        sa.CheckConstraint("lead_hours BETWEEN 0 AND 720 AND pause_hours BETWEEN 0 AND 720", name="pauses"),
        sa.CheckConstraint("most_offers BETWEEN 0 AND 20", name="most"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    reminder_hours: list[int] = column(ARRAY(sa.Integer), default_factory=lambda: [48, 3])
    offer_hours: int = 24
    lead_hours: int = 48
    pause_hours: int = 24
    most_offers: int = 3
    closing_hours: int = 72
    set_by_id: UUID = Field(foreign_key="organization.operator.id")


class ClosingNotice(Table, table=True):
    """That somebody was told that their appointment falls into a closed time; ``offer_id`` is the place they got.

    None: there was no other, and the office calls.
    """

    __tablename__ = "closing_notice"
    __table_args__ = (sa.UniqueConstraint("appointment_id"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    closure_id: UUID = Field(foreign_key="scheduling.closure.id", ondelete="CASCADE", index=True)
    appointment_id: UUID = Field(foreign_key="scheduling.appointment.id", ondelete="CASCADE")
    offer_id: UUID | None = Field(default=None, foreign_key="scheduling.appointment.id", index=True)


class Reminder(Table, table=True):
    """That somebody was reminded of an appointment at the hour it then had: each once, whatever happens to a worker."""

    __tablename__ = "reminder"
    __table_args__ = (
        sa.UniqueConstraint("appointment_id", "starts_at", "hours_before"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    appointment_id: UUID = Field(foreign_key="scheduling.appointment.id", ondelete="CASCADE")
    starts_at: datetime = instant(nullable=False)
    hours_before: int
    sent_at: datetime = instant(nullable=False)
