"""A service that people can ask for, and the versions of its card and form."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.catalogue.terms import ORDINARY_PROCEDURE
from domain.platform.tables import Days, Json, Table, column

EMPTY: dict[str, Any] = {"server_default": sa.text("'[]'::jsonb")}
"""Versions from before requirements were written have none."""


class Service(Table, table=True):
    """A service of an ente, known by its slug in addresses."""

    __tablename__ = "service"
    __table_args__ = (sa.UniqueConstraint("ente_id", "slug"), {"schema": "catalogue"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    slug: str
    is_online: bool = True


class ServiceVersion(Table, table=True):
    """What a service says and asks in a range of days. Never changed: applications keep theirs.

    ``card`` and ``form`` follow ``catalogue.rules.card`` and ``catalogue.rules.form_definition``, ``requirements`` the
    list of ``catalogue.rules.requirements``;
    ``term_days`` is the term of the procedure in days, ``procedure_slug`` names the procedure of the ente that requests
    go through.
    """

    __tablename__ = "service_version"
    __table_args__ = (
        sa.UniqueConstraint("service_id", "number"),
        ExcludeConstraint(
            (sa.column("service_id"), "="),
            (sa.column("valid_during"), "&&"),
            using="gist",
            name="ex_service_version_overlap",
        ),
        sa.CheckConstraint("term_days > 0", name="term_days"),
        {"schema": "catalogue"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    service_id: UUID = Field(foreign_key="catalogue.service.id")
    number: int
    valid_during: Range[date] = column(Days)
    term_days: int
    procedure_slug: str = ORDINARY_PROCEDURE
    card: dict[str, Any] = column(Json)
    form: dict[str, Any] = column(Json)
    requirements: list[dict[str, Any]] = column(Json, default_factory=list, sa_column_kwargs=EMPTY)


class ServiceRating(Table, table=True):
    """How easy somebody found it to use a service (C.SE.1.7). Nobody's name is kept."""

    __tablename__ = "service_rating"
    __table_args__ = (sa.CheckConstraint("stars BETWEEN 1 AND 5", name="stars"), {"schema": "catalogue"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    service_id: UUID = Field(foreign_key="catalogue.service.id", index=True)
    stars: int
    answer: int | None = None
    comment: str = ""
