"""What a person and an office write to each other about one matter."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.refusals import ReadyAnswerExists
from domain.correspondence.terms.conversations import About, ConversationStatus, Side
from domain.platform.database import means
from domain.platform.tables import Json, Table, column, instant, word


class Conversation(Table, table=True):
    """One for each matter: an application, or a case. It is with the office, never with one operator.

    ``person_id`` is whom the matter is about; ``told_id`` who is told of an answer; ``language`` the one the person
    reads. ``asked_at`` is when the person wrote what nobody has answered yet.
    """

    __tablename__ = "conversation"
    __table_args__ = (
        sa.UniqueConstraint("about", "subject_id"),
        sa.Index("ix_conversation_queue", "ente_id", "status", "asked_at"),
        sa.Index("ix_conversation_latest", "ente_id", "last_message_at"),
        sa.CheckConstraint("(status = 'waiting') = (asked_at IS NOT NULL)", name="waiting"),
        sa.CheckConstraint("status <> 'set_aside' OR set_aside_reason <> ''", name="reason"),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    about: About = word(About)
    subject_id: UUID
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    told_id: UUID = Field(foreign_key="registry.person.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    language: str
    status: ConversationStatus = word(ConversationStatus, default=ConversationStatus.ANSWERED)
    asked_at: datetime | None = instant()
    last_message_at: datetime = instant(nullable=False)
    set_aside_reason: str = ""
    set_aside_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    def hear(self, at: datetime) -> None:
        """The person has written: the office has to answer, since the first word that nobody answered."""
        self.asked_at = self.asked_at or at
        self.status = ConversationStatus.WAITING
        self.last_message_at = at
        self.set_aside_reason, self.set_aside_by_id = "", None

    def answer(self, at: datetime) -> None:
        """The office has written: it is the person's turn, if at all."""
        self.asked_at = None
        self.status = ConversationStatus.ANSWERED
        self.last_message_at = at
        self.set_aside_reason, self.set_aside_by_id = "", None

    def set_aside(self, reason: str, operator_id: UUID) -> bool:
        """No answer is needed; whether one was waited for."""
        if self.status is not ConversationStatus.WAITING:
            return False
        self.asked_at = None
        self.set_aside_reason, self.set_aside_by_id = reason, operator_id
        self.status = ConversationStatus.SET_ASIDE
        return True


class ConversationMessage(Table, table=True):
    """What was written at ``created_at``. Never changed: PostgreSQL lets only ``read_at`` be written.

    ``text`` is as it was typed; ``ready_text`` a ready answer in the person's language, ``ready_source`` the same in
    Italian, as colleagues read it. ``written_by_id`` is the person who wrote, who may act for another and be unknown to
    who reads: ``author_name`` is the name on that day.
    """

    __tablename__ = "conversation_message"
    __table_args__ = (
        sa.Index("ix_conversation_message_list", "conversation_id", "created_at"),
        sa.CheckConstraint("(side = 'citizen') = (written_by_id IS NOT NULL)", name="citizen"),
        sa.CheckConstraint("(side <> 'citizen') = (operator_id IS NOT NULL)", name="operator"),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    conversation_id: UUID = Field(foreign_key="correspondence.conversation.id")
    side: Side = word(Side)
    written_by_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    author_name: str = ""
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    language: str
    text: str = ""
    ready_text: str = ""
    ready_source: str = ""
    read_at: datetime | None = instant()


class ConversationFile(Table, table=True):
    """A file of a message."""

    __tablename__ = "conversation_file"
    __table_args__ = (sa.UniqueConstraint("message_id", "document_id"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    message_id: UUID = Field(foreign_key="correspondence.conversation_message.id")
    document_id: UUID = Field(foreign_key="documents.document.id", index=True)


class ReadyAnswer(Table, table=True):
    """An answer that an ente gives often: ``texts`` by language, Italian always. What was sent keeps its own words."""

    __tablename__ = "ready_answer"
    __table_args__ = (sa.UniqueConstraint("ente_id", "name"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    name: str
    texts: dict[str, Any] = column(Json)
    is_retired: bool = False
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
    written_at: datetime = instant(nullable=False)


class ConversationRules(Table, table=True):
    """What an office says of its conversations; None: nothing. ``reply_days`` are working days, a promise to nobody."""

    __tablename__ = "conversation_rules"
    __table_args__ = (
        sa.UniqueConstraint("office_id"),
        sa.CheckConstraint("reply_days BETWEEN 1 AND 90", name="reply_days"),
        sa.CheckConstraint("most_a_day BETWEEN 1 AND 200", name="most_a_day"),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    reply_days: int | None = None
    most_a_day: int | None = None
    set_by_id: UUID = Field(foreign_key="organization.operator.id")
    set_at: datetime = instant(nullable=False)


means("uq_ready_answer_ente_id_name", ReadyAnswerExists())
