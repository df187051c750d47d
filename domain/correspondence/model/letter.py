"""A message to a person, and each way by which it leaves."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.terms import Answer, Channel, DeliveryStatus, LetterStatus
from domain.correspondence.terms.occasions import Occasion
from domain.platform.tables import Json, Table, column, instant, word


class Letter(Table, table=True):
    """A message in the recipient's language. ``key`` makes the same occasion write it once.

    ``subject``, ``paragraphs`` and ``short`` (the line of an SMS) say nothing delicate: they may be read over
    somebody's shoulder. ``is_hidden``: who acts for the person does not see it. ``status`` is that of all deliveries
    together. ``calendar`` is an entry for a calendar (iCalendar) that goes with it, if any.
    """

    __tablename__ = "letter"
    __table_args__ = (
        sa.UniqueConstraint("key"),
        sa.Index("ix_letter_unread", "person_id", postgresql_where=sa.text("read_at IS NULL")),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    key: str
    occasion: Occasion = word(Occasion, default=Occasion.OTHER)
    language: str
    subject: str
    paragraphs: list[Any] = column(Json)
    short: str = ""
    calendar: str = ""
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id")
    is_urgent: bool = False
    is_hidden: bool = False
    status: LetterStatus = word(LetterStatus, default=LetterStatus.QUEUED)
    sent_at: datetime | None = instant()
    read_at: datetime | None = instant()

    def take_stock(self, deliveries: list[DeliveryStatus]) -> None:
        """Say where the letter is, from where its deliveries are."""
        if DeliveryStatus.SENT in deliveries:
            self.status = LetterStatus.SENT
        elif DeliveryStatus.QUEUED in deliveries:
            self.status = LetterStatus.QUEUED
        elif DeliveryStatus.FAILED in deliveries:
            self.status = LetterStatus.FAILED
        else:
            self.status = LetterStatus.UNDELIVERABLE


class Delivery(Table, table=True):
    """One way by which a letter leaves, and how far it has come. ``belongs_to``: whose address it is, if another's."""

    __tablename__ = "delivery"
    __table_args__ = (sa.UniqueConstraint("letter_id", "channel"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    letter_id: UUID = Field(foreign_key="correspondence.letter.id", ondelete="CASCADE")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    channel: Channel = word(Channel)
    recipient: str
    belongs_to: str = ""
    status: DeliveryStatus = word(DeliveryStatus, default=DeliveryStatus.QUEUED)
    attempts: int = 0
    sent_at: datetime | None = instant()


class DeliveryAttempt(Table, table=True):
    """One try, made at ``created_at``: what came of it, how long it took, and of which kind the problem was.

    Never an address, a number or what a server says: servers repeat addresses in their answers.
    """

    __tablename__ = "delivery_attempt"
    __table_args__ = (
        sa.Index("ix_delivery_attempt_delivery", "delivery_id", "created_at"),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    delivery_id: UUID = Field(foreign_key="correspondence.delivery.id", ondelete="CASCADE")
    answer: Answer = word(Answer)
    milliseconds: int
    problem: str = ""
