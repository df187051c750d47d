"""When agendas receive, and when nobody does."""

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, Range
from sqlmodel import Field

import domain.scheduling.model.agenda
import domain.scheduling.model.resource  # noqa: F401 - keys point at its tables
from domain.platform.tables import Days, Table, column, instant
from domain.scheduling.terms import Manner, Way, words_of


class Opening(Table, table=True):
    """A stretch of a weekday (0 = Monday) in which an agenda receives, in the days of ``valid_during``.

    Hours are those on the wall in Rome. Places begin every ``step_minutes`` from ``opening_time``; between two,
    ``gap_minutes`` are for travelling or writing. ``every_weeks`` counts from the week of the first valid day.
    ``ways`` are who may take a place; others may too when fewer than ``released_hours`` are left.
    """

    __tablename__ = "opening"
    __table_args__ = (
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.CheckConstraint("closing_time > opening_time", name="order"),
        sa.CheckConstraint("step_minutes BETWEEN 5 AND 480 AND gap_minutes BETWEEN 0 AND 240", name="minutes"),
        sa.CheckConstraint("every_weeks BETWEEN 1 AND 8", name="every_weeks"),
        sa.CheckConstraint("seats BETWEEN 1 AND 200", name="seats"),
        sa.Index("ix_opening_agenda_id_weekday", "agenda_id", "weekday"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    weekday: int
    opening_time: time
    closing_time: time
    valid_during: Range[date] = column(Days)
    every_weeks: int = 1
    step_minutes: int = 30
    gap_minutes: int = 0
    seats: int = 1
    manners: list[str] = column(ARRAY(sa.Text), default_factory=lambda: [Manner.IN_PERSON.value])
    ways: list[str] = column(ARRAY(sa.Text), default_factory=lambda: words_of(Way))
    released_hours: int | None = None


class ExtraOpening(Table, table=True):
    """A stretch of one day in which an agenda receives besides its week; otherwise like ``Opening``."""

    __tablename__ = "extra_opening"
    __table_args__ = (
        sa.CheckConstraint("closing_time > opening_time", name="order"),
        sa.Index("ix_extra_opening_agenda_id_opens_on", "agenda_id", "opens_on"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    opens_on: date
    opening_time: time
    closing_time: time
    step_minutes: int = 30
    gap_minutes: int = 0
    seats: int = 1
    manners: list[str] = column(ARRAY(sa.Text), default_factory=lambda: [Manner.IN_PERSON.value])
    ways: list[str] = column(ARRAY(sa.Text), default_factory=lambda: words_of(Way))


class Closure(Table, table=True):
    """From when to when nobody is received: by the whole ente, an office, an agenda, or without a resource.

    At most one of the three is given; none means the whole ente. ``source_id`` names the calendar it was read from.
    ``reason`` is for colleagues; people never read it.
    """

    __tablename__ = "closure"
    __table_args__ = (
        sa.CheckConstraint("ends_at > starts_at", name="order"),
        sa.CheckConstraint("num_nonnulls(office_id, agenda_id, resource_id) <= 1", name="whose"),
        sa.Index("ix_closure_ente_id_ends_at", "ente_id", "ends_at"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    agenda_id: UUID | None = Field(default=None, foreign_key="scheduling.agenda.id", ondelete="CASCADE", index=True)
    resource_id: UUID | None = Field(default=None, foreign_key="scheduling.resource.id", ondelete="CASCADE", index=True)
    source_id: UUID | None = Field(default=None, index=True)
    starts_at: datetime = instant(nullable=False)
    ends_at: datetime = instant(nullable=False)
    reason: str = ""
