"""Where a document stands in the archive of a person, since when, and for whom; the words that are found in it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import Field

from domain.documents.terms import FilingSource
from domain.platform.tables import Table, column, instant, word


class Filing(Table, table=True):
    """A document in its folder. ``folder`` is a code of the ente's list, ``dated_on`` the day that the paper bears.

    All versions of one paper share ``series_id``; the one that counts has no ``replaced_by_id``. A private one is seen
    by the office ``private_to_id`` alone. ``words_read_at`` is when its text was read, or found to have none.
    """

    __tablename__ = "filing"
    __table_args__ = (
        sa.UniqueConstraint("document_id"),
        sa.CheckConstraint("(private_to_id IS NULL) = (private_reason = '')", name="private"),
        sa.CheckConstraint("(annulled_at IS NULL) = (annulment_reason = '')", name="annulled"),
        sa.Index("ix_filing_person_id_folder", "person_id", "folder"),
        sa.Index("ix_filing_unread", "created_at", postgresql_where=sa.text("words_read_at IS NULL")),
        {"schema": "documents"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    document_id: UUID = Field(foreign_key="documents.document.id")
    series_id: UUID = Field(index=True)
    folder: str
    title: str
    dated_on: date
    source: FilingSource = word(FilingSource)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    filed_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    private_to_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    private_reason: str = ""
    replaced_by_id: UUID | None = Field(default=None, foreign_key="documents.filing.id")
    annulled_at: datetime | None = instant()
    annulled_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    annulment_reason: str = ""
    words_read_at: datetime | None = instant()

    @property
    def is_private(self) -> bool:
        """Whether one office alone sees it."""
        return self.private_to_id is not None

    @property
    def is_current(self) -> bool:
        """Whether it counts: neither annulled nor replaced by a newer version."""
        return self.annulled_at is None and self.replaced_by_id is None

    def stand_in(self, folder: str, title: str, dated_on: date) -> None:
        """It stands in this folder from now on, under these words."""
        self.folder, self.title, self.dated_on = folder, title, dated_on

    def restrict(self, office_id: UUID, reason: str) -> None:
        """From now on this office alone sees it."""
        self.private_to_id, self.private_reason = office_id, reason

    def open(self) -> None:
        """Whoever follows the person sees it again."""
        self.private_to_id, self.private_reason = None, ""

    def give_way_to(self, filing_id: UUID) -> None:
        """A newer version counts from now on; this one can still be read."""
        self.replaced_by_id = filing_id

    def annul(self, operator_id: UUID, reason: str, at: datetime) -> None:
        """It was filed by mistake: no list shows it any more, and nothing of it is destroyed."""
        self.annulled_by_id, self.annulment_reason, self.annulled_at = operator_id, reason, at


class FilingWords(Table, table=True):
    """The words of a document, as PostgreSQL looks for them: not its text."""

    __tablename__ = "filing_words"
    __table_args__ = (sa.UniqueConstraint("filing_id"), {"schema": "documents"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    filing_id: UUID = Field(foreign_key="documents.filing.id")
    words: Any = column(TSVECTOR, nullable=False)


class FolderRule(Table, table=True):
    """In which folder papers of a kind go by themselves, as an ente says it. ``paper`` is the word of the kind."""

    __tablename__ = "folder_rule"
    __table_args__ = (sa.UniqueConstraint("ente_id", "paper"), {"schema": "documents"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    paper: str
    folder: str
    set_by_id: UUID = Field(foreign_key="organization.operator.id")
