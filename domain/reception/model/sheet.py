"""A contact with the desk (scheda di accesso): how, who, why, with what end."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.refusals import NotFound
from domain.platform.database import means
from domain.platform.tables import Json, Table, column, instant, word
from domain.reception.refusals import SheetChangedMeanwhile, SheetNotWritable
from domain.reception.terms.sheets import Dimension, Outcome, Priority, SheetStatus


class ContactSheet(Table, table=True):
    """One contact. ``typed`` is the page as it was typed so far, kept whole until the sheet is complete.

    ``reporter``, ``reference_contacts`` and ``sections`` are values of their own shape, replaced whole.
    ``operator_id`` is who wrote it, nobody for what opened by itself. The bodies are those meant by the names that
    were typed of an organisation, if they are any we know.
    """

    __tablename__ = "contact_sheet"
    __table_args__ = (
        sa.CheckConstraint("NOT (is_anonymous AND person_id IS NOT NULL)", name="anonymous"),
        sa.CheckConstraint("status = 'draft' OR completed_at IS NOT NULL", name="completed"),
        sa.UniqueConstraint("application_id"),
        sa.Index("ix_contact_sheet_ente_day", "ente_id", sa.text("contact_on DESC"), sa.text("created_at DESC")),
        sa.Index("ix_contact_sheet_office_day", "office_id", sa.text("contact_on DESC")),
        sa.Index("ix_contact_sheet_author", "operator_id", "status"),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    person_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    application_id: UUID | None = Field(default=None, foreign_key="intake.application.id")
    appointment_id: UUID | None = Field(default=None, foreign_key="scheduling.appointment.id", index=True)
    copied_from_id: UUID | None = Field(default=None, foreign_key="reception.contact_sheet.id")
    status: SheetStatus = word(SheetStatus, default=SheetStatus.DRAFT)
    is_anonymous: bool = False
    is_automatic: bool = False
    is_hidden: bool = False
    alias: str = ""
    no_code_reason: str = ""
    contact_on: date
    typed: dict[str, Any] = column(Json, default_factory=dict)
    desk_point: str = ""
    channel: str | None = None
    interlocutor: str | None = None
    interlocutor_office: str = ""
    interlocutor_body_id: UUID | None = Field(default=None, foreign_key="registry.external_body.id")
    reasons: list[str] = column(Json, default_factory=list)
    reason_words: str = ""
    accompanied_by: str = ""
    is_person_present: bool | None = None
    is_person_informed: bool | None = None
    reporter: dict[str, str] = column(Json, default_factory=dict)
    reporter_body_id: UUID | None = Field(default=None, foreign_key="registry.external_body.id")
    reference_contacts: list[dict[str, str]] = column(Json, default_factory=list)
    sections: dict[str, Any] = column(Json, default_factory=dict)
    orientation: str = ""
    outcome: Outcome | None = word(Outcome, default=None, nullable=True)
    categories: list[str] = column(Json, default_factory=list)
    closing_note: str = ""
    saved_at: datetime = instant(nullable=False)
    completed_at: datetime | None = instant()
    reopened_at: datetime | None = instant()
    version: int = 1

    @property
    def is_complete(self) -> bool:
        """Whether nothing may be changed before it is opened again."""
        return self.status is SheetStatus.COMPLETE

    def take_over(self, facts: dict[str, Any], *, seen_version: int | None, at: datetime) -> None:
        """Write ``facts`` by column. Refuses SheetNotWritable when whole, SheetChangedMeanwhile if seen early."""
        if self.is_complete:
            raise SheetNotWritable
        if seen_version is not None and seen_version != self.version:
            raise SheetChangedMeanwhile
        for name, value in facts.items():
            setattr(self, name, value)
        self.saved_at = at
        self.version += 1

    def complete(self, at: datetime) -> None:
        """Nothing is missing: it counts from now on. The first day on which it was complete is kept."""
        self.status, self.typed = SheetStatus.COMPLETE, {}
        self.completed_at = self.completed_at or at
        self.version += 1

    def reopen(self, at: datetime) -> None:
        """Somebody goes on with it: both days are kept."""
        if not self.is_complete:
            raise SheetNotWritable
        self.status, self.reopened_at = SheetStatus.REOPENED, at
        self.version += 1


class Need(Table, table=True):
    """A need of a contact, on one of its four sides, noted on a day by somebody."""

    __tablename__ = "need"
    __table_args__ = (
        sa.UniqueConstraint("sheet_id", "code", "dimension"),
        sa.Index("ix_need_code", "ente_id", "code"),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id", ondelete="CASCADE")
    code: str
    dimension: Dimension = word(Dimension)
    priority: Priority = word(Priority, default=Priority.NORMAL)
    note: str = ""
    noted_on: date
    author_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")


class ServiceRequest(Table, table=True):
    """A service asked for in a contact: how far the work on it is, and the minutes it took."""

    __tablename__ = "service_request"
    __table_args__ = (
        sa.CheckConstraint("minutes BETWEEN 0 AND 10000", name="minutes"),
        sa.CheckConstraint("state BETWEEN 0 AND 7", name="state"),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id", ondelete="CASCADE", index=True)
    code: str
    state: int = 0
    minutes: int = 0
    note: str = ""
    position: int = 0


class RequestPaper(Table, table=True):
    """A document that belongs to a requested service."""

    __tablename__ = "request_paper"
    __table_args__ = (sa.UniqueConstraint("request_id", "document_id"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id", ondelete="CASCADE", index=True)
    request_id: UUID = Field(foreign_key="reception.service_request.id", ondelete="CASCADE")
    document_id: UUID = Field(foreign_key="documents.document.id")


class SheetNote(Table, table=True):
    """A line of the desk's diary. Never changed."""

    __tablename__ = "sheet_note"
    __table_args__ = (sa.Index("ix_sheet_note_sheet", "sheet_id", "created_at"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id", ondelete="CASCADE")
    author_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    is_private: bool = False
    text: str


means("pk_contact_sheet", NotFound())
