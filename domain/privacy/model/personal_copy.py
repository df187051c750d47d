"""A copy of all that is kept about a person, asked from the portal (GDPR art. 15 and 20)."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant, word
from domain.privacy.terms import CopyStatus


class PersonalCopy(Table, table=True):
    """Who asked for a copy about whom, how far it is, and where its two files lie until ``expires_at``.

    The row stays when the files are gone: that a copy was handed over is written down. ``parts_done`` of ``parts``
    have been read. The addresses find sealed files in the store; ``…_sha256`` proves what was handed over.
    """

    __tablename__ = "personal_copy"
    __table_args__ = (
        sa.Index("ix_personal_copy_asked", "asked_by_id", "person_id", sa.text("created_at DESC")),
        sa.Index("ix_personal_copy_expires", "status", "expires_at"),
        {"schema": "privacy"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    asked_by_id: UUID = Field(foreign_key="registry.person.id")
    language: str
    status: CopyStatus = word(CopyStatus, default=CopyStatus.WAITING)
    parts_done: int = 0
    parts: int
    json_address: str | None = None
    json_sha256: str | None = None
    json_size: int = 0
    pdf_address: str | None = None
    pdf_sha256: str | None = None
    pdf_size: int = 0
    ready_at: datetime | None = instant()
    expires_at: datetime | None = instant()
    removed_at: datetime | None = instant()

    def go_on(self, parts_done: int) -> None:
        """So many parts are read; a job run again starts from the beginning, and the count never goes back."""
        self.parts_done = max(self.parts_done, parts_done)

    def remove(self, at: datetime) -> None:
        """Its files are gone; that it was made stays."""
        self.status, self.removed_at = CopyStatus.REMOVED, at
        self.json_address = self.pdf_address = None
