"""A service being written: what its next version will say and ask."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.catalogue.model.service import EMPTY
from domain.catalogue.refusals import ServiceDraftChanged
from domain.catalogue.terms import ORDINARY_PROCEDURE
from domain.platform.tables import Json, Table, column, instant


class ServiceDraft(Table, table=True):
    """One draft for each slug of an ente; it goes when it is published or thrown away.

    ``card`` is the card as far as it is written, ``form`` follows ``catalogue.rules.form_definition``,
    ``requirements`` are in their order; ``service_id`` is None for a service that was never published; ``revision``
    counts the savings.
    """

    __tablename__ = "service_draft"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "slug"),
        sa.CheckConstraint("term_days > 0", name="term_days"),
        {"schema": "catalogue"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    service_id: UUID | None = Field(default=None, foreign_key="catalogue.service.id", index=True)
    slug: str
    card: dict[str, Any] = column(Json)
    form: dict[str, Any] = column(Json)
    requirements: list[dict[str, Any]] = column(Json, default_factory=list, sa_column_kwargs=EMPTY)
    term_days: int = 30
    procedure_slug: str = ORDINARY_PROCEDURE
    is_online: bool = True
    revision: int = 1
    changed_at: datetime | None = instant()
    changed_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    def saved(self, *, seen_revision: int, at: datetime, by_id: UUID) -> None:
        """Count a saving. Refuses ServiceDraftChanged when a colleague saved meanwhile."""
        if seen_revision != self.revision:
            raise ServiceDraftChanged
        self.revision += 1
        self.changed_at, self.changed_by_id = at, by_id
