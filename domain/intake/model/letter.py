"""The letter that went out with a step of a proceeding, and its opening on the portal."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant


class PassageLetter(Table, table=True):
    """One letter a step: its template by key, the PDF among the documents of the person, its number. Never changed."""

    __tablename__ = "passage_letter"
    __table_args__ = (sa.UniqueConstraint("passage_id"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    passage_id: UUID = Field(foreign_key="procedure.passage.id")
    template: str
    document_id: UUID = Field(foreign_key="documents.document.id", index=True)
    protocollo: str


class LetterOpening(Table, table=True):
    """Who opened a letter first on the portal, where the ente says that this day counts. Never changed."""

    __tablename__ = "letter_opening"
    __table_args__ = (sa.UniqueConstraint("letter_id"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    letter_id: UUID = Field(foreign_key="intake.passage_letter.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    opened_by_id: UUID = Field(foreign_key="registry.person.id", index=True)
    opened_at: datetime = instant(nullable=False)
