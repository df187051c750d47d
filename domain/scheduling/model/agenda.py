"""Agendas: whose time can be booked, for what, and for how many together."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

import domain.organization.queries.offices  # noqa: F401 - keys point at its tables
from domain.platform.database import means
from domain.platform.tables import Json, Table, column
from domain.scheduling.refusals import NameTaken
from domain.scheduling.terms import Manner


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


means("uq_need_ente_id_slug", NameTaken())
means("uq_agenda_office_id_name", NameTaken())
