"""The words in which an ente writes its letters."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table


class LetterTemplate(Table, table=True):
    """A version of the words of a letter in a language, in force from ``starts_on``. Never changed.

    ``letter`` is the key that procedures name. ``is_shipped``: back to the words that the program comes with; then the
    texts are empty.
    """

    __tablename__ = "letter_template"
    __table_args__ = (sa.UniqueConstraint("ente_id", "letter", "language", "number"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    letter: str
    language: str
    number: int
    title: str
    opening: str
    closing: str
    is_shipped: bool = False
    starts_on: date
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
