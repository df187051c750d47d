"""A letter to a person."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.terms import Channel, LetterStatus
from domain.platform.tables import Json, Table, column, instant, word


class Letter(Table, table=True):
    """A letter in the recipient's language. ``key`` makes the same occasion write it once.

    ``subject`` and ``paragraphs`` say nothing delicate: a letter may be read over somebody's shoulder.
    """

    __tablename__ = "letter"
    __table_args__ = (sa.UniqueConstraint("key"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    key: str
    channel: Channel = word(Channel)
    recipient: str
    language: str
    subject: str
    paragraphs: list[Any] = column(Json)
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id")
    status: LetterStatus = word(LetterStatus, default=LetterStatus.QUEUED)
    attempts: int = 0
    sent_at: datetime | None = instant()
