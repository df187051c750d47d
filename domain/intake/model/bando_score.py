"""The points of an application by the criteria of its bando, each time they were counted."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Json, Table, column, instant


class BandoScore(Table, table=True):
    """One row for each counting; the last ``turn`` counts. Never changed.

    ``given`` maps the key of a criterion of version ``bando_number`` to its points, whole hundredths, and ``points`` is
    their sum. ``corrections`` are the boxes of the form that the office has corrected so far: what was sent stays as
    it was sent. ``reason`` says why it was counted again, ``corrected`` which question was corrected; ``by_id`` is the
    operator, None when the program counted.
    """

    __tablename__ = "bando_score"
    __table_args__ = (sa.UniqueConstraint("application_id", "turn"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    bando_id: UUID = Field(foreign_key="catalogue.bando.id", index=True)
    bando_number: int
    turn: int
    given: dict[str, Any] = column(Json)
    points: int
    corrections: dict[str, Any] = column(Json, default_factory=dict)
    corrected: str = ""
    reason: str = ""
    by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    counted_at: datetime = instant(nullable=False)
