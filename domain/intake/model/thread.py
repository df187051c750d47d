"""What the person and the office write to each other about an application."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant


class ThreadMessage(Table, table=True):
    """One message: of the office (``operator_id`` wrote it) or of the person (``author_id`` did, for oneself or not).

    ``read_at`` is when the other side has first opened it: for the office, whoever did.
    """

    __tablename__ = "thread_message"
    __table_args__ = (
        sa.CheckConstraint("(operator_id IS NULL) <> (author_id IS NULL)", name="author"),
        sa.CheckConstraint("text <> '' OR document_id IS NOT NULL", name="content"),
        sa.Index("ix_thread_message_application", "application_id", "sent_at"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    author_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    text: str
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id", index=True)
    sent_at: datetime = instant(nullable=False)
    read_at: datetime | None = instant()
