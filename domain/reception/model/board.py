"""A screen in a waiting room: what it may show, and until when."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from domain.platform.tables import Json, Table, column, instant


class Board(Table, table=True):
    """A screen on which an office calls its numbers; nobody is signed in on it.

    Its key is derived from its id and kept nowhere. ``languages`` are those it speaks in turn; ``is_spoken``: it says
    the numbers aloud too, where the browser can.
    """

    __tablename__ = "board"
    __table_args__ = ({"schema": "reception"},)

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id", index=True)
    name: str
    languages: list[str] = column(Json, default_factory=list)
    is_spoken: bool = False
    opened_by_id: UUID = Field(foreign_key="organization.operator.id")
    closed_at: datetime | None = instant()
