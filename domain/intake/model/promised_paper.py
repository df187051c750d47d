"""A document that somebody has promised to send later, and by when."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant


class PromisedPaper(Table, table=True):
    """For the question ``field``, by ``due_on``. It is kept when a document answers the question: nothing is written.

    ``reminded_at`` is when the person was told that the day is near.
    """

    __tablename__ = "promised_paper"
    __table_args__ = (
        sa.UniqueConstraint("application_id", "field"),
        sa.Index("ix_promised_paper_to_remind", "due_on", postgresql_where=sa.text("reminded_at IS NULL")),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    field: str
    due_on: date
    reminded_at: datetime | None = instant()
