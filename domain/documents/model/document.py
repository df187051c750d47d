"""A document of a person and the file that holds it."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from domain.documents.terms import DocumentKind
from domain.platform.tables import Table, instant, word


class Document(Table, table=True):
    """A paper about a person. ``address`` finds its bytes in the file store; ``sha256`` proves them.

    Of a private one PostgreSQL shows only the office ``private_to_id`` that it is there at all.
    ``held_at`` is when it came into the person's file, with an application that was sent: from then on it may
    answer other questions too, until ``expires_on``. None for what is only in a draft.
    """

    __tablename__ = "document"
    __table_args__ = {"schema": "documents"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: DocumentKind = word(DocumentKind)
    title: str
    file_name: str
    address: str
    media_type: str
    size: int
    sha256: str
    page_count: int = 1
    expires_on: date | None = None
    held_at: datetime | None = instant()
    removed_at: datetime | None = instant()
    private_to_id: UUID | None = Field(default=None, foreign_key="organization.office.id")


class Upload(Table, table=True):
    """A file on its way in pieces, until it is whole and becomes a document."""

    __tablename__ = "upload"
    __table_args__ = {"schema": "documents"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    about_id: UUID
    field: str
    file_name: str
    length: int
    finished_at: datetime | None = instant()
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id")
