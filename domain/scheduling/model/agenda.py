"""Agendas: whose time can be booked, for what, and in which stretches of the week."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, Range
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Days, Json, Table, column, instant, word
from domain.scheduling.refusals import NameTaken
from domain.scheduling.terms import Manner, ResourceKind, Way, words_of


class Need(Table, table=True):
    """Why somebody asks to be seen, in plain words of every language, and what that takes.

    ``service_slug`` names a service of the catalogue, if the need is about one. ``is_discreet``: messages about the
    appointment do not say what it is about, nor where.
    """

    __tablename__ = "need"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "slug"),
        sa.CheckConstraint("minutes BETWEEN 5 AND 480", name="minutes"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    slug: str
    name: dict[str, str] = column(Json)
    explanation: dict[str, str] = column(Json, default_factory=dict)
    to_bring: dict[str, list[str]] = column(Json, default_factory=dict)
    service_slug: str | None = None
    minutes: int = 30
    manners: list[str] = column(ARRAY(sa.Text), default_factory=lambda: [Manner.IN_PERSON.value])
    is_online: bool = True
    is_discreet: bool = False
    position: int = 0
    is_offered: bool = True


class Agenda(Table, table=True):
    """A line of time in which an office receives: somebody's, a counter's, a team's.

    ``lead_minutes`` is how long before a place can still be taken on the portal, ``horizon_days`` how far ahead.
    ``cancel_minutes``: until how long before the citizen may move or cancel by themselves.
    """

    __tablename__ = "agenda"
    __table_args__ = (
        sa.UniqueConstraint("office_id", "name"),
        sa.CheckConstraint("lead_minutes >= 0 AND cancel_minutes >= 0", name="minutes"),
        sa.CheckConstraint("horizon_days BETWEEN 1 AND 400", name="horizon"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id", index=True)
    name: str
    place: str = ""
    is_step_free: bool = False
    languages: list[str] = column(ARRAY(sa.Text), default_factory=lambda: ["it"])
    lead_minutes: int = 120
    horizon_days: int = 60
    cancel_minutes: int = 120
    is_open: bool = True
    version: int = 1


class AgendaNeed(Table, table=True):
    """A need for which an agenda has time."""

    __tablename__ = "agenda_need"
    __table_args__ = (sa.UniqueConstraint("agenda_id", "need_id"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    need_id: UUID = Field(foreign_key="scheduling.need.id", index=True)


class Seat(Table, table=True):
    """One of the places that an agenda has at the same time: as many rows as people it receives together."""

    __tablename__ = "seat"
    __table_args__ = (
        sa.UniqueConstraint("agenda_id", "number"),
        sa.CheckConstraint("number BETWEEN 1 AND 200", name="number"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    number: int


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


class Resource(Table, table=True):
    """Somebody or something that can be in one place at a time: an operator, a room, an interpreter.

    ``gender`` is that of an interpreter, where people may prefer one; ``hourly_cost`` in euro is what the ente says
    it costs.
    """

    __tablename__ = "resource"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "kind", "name"),
        sa.UniqueConstraint("ente_id", "operator_id"),
        sa.CheckConstraint("(kind = 'operator') = (operator_id IS NOT NULL)", name="operator"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    kind: ResourceKind = word(ResourceKind)
    name: str
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    languages: list[str] = column(ARRAY(sa.Text), default_factory=list)
    gender: str = ""
    manners: list[str] = column(ARRAY(sa.Text), default_factory=lambda: words_of(Manner))
    is_step_free: bool = False
    hourly_cost: Any = column(sa.Numeric(8, 2), default=None, nullable=True)
    is_offered: bool = True


class AgendaResource(Table, table=True):
    """What every appointment of an agenda takes: its operators, its room."""

    __tablename__ = "agenda_resource"
    __table_args__ = (sa.UniqueConstraint("agenda_id", "resource_id"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    resource_id: UUID = Field(foreign_key="scheduling.resource.id", index=True)


means("uq_need_ente_id_slug", NameTaken())
means("uq_agenda_office_id_name", NameTaken())
means("uq_resource_ente_id_kind_name", NameTaken())
means("uq_resource_ente_id_operator_id", NameTaken())
