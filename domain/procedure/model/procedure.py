"""A procedure of an ente and its versions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Days, Json, Table, column, instant, word
from domain.procedure.refusals import AlreadyPublished, DraftChanged, DraftExists
from domain.procedure.terms import VersionStatus


class Procedure(Table, table=True):
    """How an ente deals with some requests, known by its slug; ``name`` is in every language that it has."""

    __tablename__ = "procedure"
    __table_args__ = (sa.UniqueConstraint("ente_id", "slug"), {"schema": "procedure"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    slug: str
    name: dict[str, str] = column(Json)


class ProcedureVersion(Table, table=True):
    """What a procedure is in a range of days. A published one never changes: running proceedings keep theirs.

    ``definition`` follows ``rules.definition``; ``revision`` counts the savings of a draft, of which there is one.
    """

    __tablename__ = "procedure_version"
    __table_args__ = (
        sa.UniqueConstraint("procedure_id", "number"),
        ExcludeConstraint(
            (sa.column("procedure_id"), "="),
            (sa.column("valid_during"), "&&"),
            using="gist",
            name="ex_procedure_version_overlap",
        ),
        sa.Index(
            "uq_procedure_version_draft", "procedure_id", unique=True, postgresql_where=sa.text("status = 'draft'")
        ),
        sa.CheckConstraint("(status = 'published') = (valid_during IS NOT NULL)", name="valid"),
        {"schema": "procedure"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    procedure_id: UUID = Field(foreign_key="procedure.procedure.id")
    number: int
    status: VersionStatus = word(VersionStatus, default=VersionStatus.DRAFT)
    valid_during: Range[date] | None = column(Days, default=None, nullable=True)
    definition: dict[str, Any] = column(Json)
    revision: int = 1
    changed_at: datetime | None = instant()

    def change(self, definition: dict[str, Any], *, seen_revision: int, at: datetime) -> None:
        """Keep what was drawn. Refuses AlreadyPublished, and DraftChanged when a colleague saved meanwhile."""
        if self.status is not VersionStatus.DRAFT:
            raise AlreadyPublished
        if seen_revision != self.revision:
            raise DraftChanged
        self.definition, self.changed_at = definition, at
        self.revision += 1

    def publish(self, valid_during: "Range[date]") -> None:
        """In force in these days, and never changed again. Refuses AlreadyPublished."""
        if self.status is not VersionStatus.DRAFT:
            raise AlreadyPublished
        self.status, self.valid_during = VersionStatus.PUBLISHED, valid_during


means("uq_procedure_version_draft", DraftExists())
