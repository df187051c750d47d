"""What an ente decides about its messages: their words, and when none leaves."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.terms.occasions import Occasion
from domain.platform.tables import Table, word


class MessageTemplate(Table, table=True):
    """A version of the words for an occasion in a language, in force from ``starts_on``. Never changed.

    ``is_shipped``: back to the words that the program comes with; then the texts are empty.
    """

    __tablename__ = "message_template"
    __table_args__ = (sa.UniqueConstraint("ente_id", "occasion", "language", "number"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    occasion: Occasion = word(Occasion)
    language: str
    number: int
    subject: str
    body: str
    short: str
    is_shipped: bool = False
    starts_on: date
    written_by_id: UUID = Field(foreign_key="organization.operator.id")


class MessageHours(Table, table=True):
    """When the messages of an ente rest, and the name that a neutral sender has. Never changed: a new one counts.

    Minutes from midnight, in Italy; the same twice: no hour is quiet.
    """

    __tablename__ = "message_hours"
    __table_args__ = (sa.UniqueConstraint("ente_id", "number"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    number: int
    quiet_from: int
    quiet_to: int
    is_sunday_quiet: bool
    neutral_sender: str = ""
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
