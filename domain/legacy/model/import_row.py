"""A row of a file, as it came and as it was understood."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.legacy.terms import Doubt, RowOutcome
from domain.platform.tables import BareTable, Json, column, instant, word


class ImportRow(BareTable, table=True):
    """``number`` is the row as a spreadsheet counts it; ``cells`` are texts, emptied when the term is over.

    ``keys`` are digests by which rows about one thing find each other (``rules/keys``). ``external_id`` is the key that
    the old archive gave. ``problems`` and ``warnings``: column, sentence and its values. ``target_id`` is what the row
    is about: the record found, or the one to be written. ``candidates`` are records that may be the same person.
    """

    __tablename__ = "import_row"
    __table_args__ = (
        sa.Index("ix_import_row_outcome", "import_id", "outcome", "number"),
        sa.Index("ix_import_row_external_id", "ente_id", "external_id"),
        {"schema": "legacy"},
    )

    import_id: UUID = Field(primary_key=True, foreign_key="legacy.archive_import.id")
    number: int = Field(primary_key=True)
    ente_id: UUID = Field(foreign_key="organization.ente.id")
    cells: list[str] = column(Json, default_factory=list)
    outcome: RowOutcome = word(RowOutcome, default=RowOutcome.UNTRIED)
    keys: list[str] = column(Json, default_factory=list)
    external_id: str = ""
    problems: list[dict[str, Any]] = column(Json, default_factory=list)
    warnings: list[dict[str, Any]] = column(Json, default_factory=list)
    target_id: UUID | None = None
    candidates: list[dict[str, Any]] = column(Json, default_factory=list)
    choice: Doubt | None = word(Doubt, default=None, nullable=True)
    written_at: datetime | None = instant()
    is_kept: bool = False
