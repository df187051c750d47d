"""An import: a file that somebody brought, how its columns are understood, how far it is, what it wrote."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.legacy.refusals import StageOver
from domain.legacy.terms import ArchiveKind, Doubt, ImportStage
from domain.platform.tables import BareTable, Json, Table, column, instant, word


class ArchiveImport(Table, table=True):
    """One file. ``source`` names the archive it comes from: keys of its own are known again in the next file of it.

    ``headings`` are those of the file; ``columns`` says which one answers which field, ``choices`` how dates are
    written and the like, ``meanings`` what words of coded columns stand for. ``counts`` are those of the last trial and
    of what was written. ``done`` of ``total`` rows are worked on in a stage that runs.
    """

    __tablename__ = "archive_import"
    __table_args__ = (
        sa.Index("ix_archive_import_listed", "ente_id", sa.text("created_at DESC")),
        sa.Index("ix_archive_import_expires", "expires_on", postgresql_where=sa.text("removed_at IS NULL")),
        {"schema": "legacy"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    kind: ArchiveKind = word(ArchiveKind)
    stage: ImportStage = word(ImportStage, default=ImportStage.READING)
    source: str
    file_name: str
    file_address: str | None = None
    file_size: int
    problem: str = ""
    headings: list[str] = column(Json, default_factory=list)
    columns: dict[str, str] = column(Json, default_factory=dict)
    choices: dict[str, str] = column(Json, default_factory=dict)
    meanings: dict[str, dict[str, str]] = column(Json, default_factory=dict)
    doubts: Doubt = word(Doubt, default=Doubt.LEAVE_OUT)
    counts: dict[str, int] = column(Json, default_factory=dict)
    done: int = 0
    total: int = 0
    expires_on: date
    removed_at: datetime | None = instant()
    written_at: datetime | None = instant()
    undone_at: datetime | None = instant()
    undone_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    undo_reason: str = ""

    def must_be(self, *stages: ImportStage) -> None:
        """Refuses StageOver in any other stage."""
        if self.stage not in stages:
            raise StageOver

    def go(self, stage: ImportStage, *, total: int | None = None) -> None:
        """The next stage begins."""
        self.stage, self.done = stage, 0
        if total is not None:
            self.total = total

    def go_on(self, rows: int) -> None:
        """So many rows more; a job that was delivered twice may do some again."""
        self.done = min(self.total, self.done + rows)

    def count(self, **found: int) -> None:
        """Write down how many."""
        self.counts = {**self.counts, **found}


class ColumnMapping(Table, table=True):
    """How the columns of a kind of file were understood, under a name: offered again for the same headings."""

    __tablename__ = "column_mapping"
    __table_args__ = (sa.UniqueConstraint("ente_id", "kind", "name"), {"schema": "legacy"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    kind: ArchiveKind = word(ArchiveKind)
    name: str
    headings_key: str
    columns: dict[str, str] = column(Json, default_factory=dict)
    choices: dict[str, str] = column(Json, default_factory=dict)
    meanings: dict[str, dict[str, str]] = column(Json, default_factory=dict)
    saved_by_id: UUID = Field(foreign_key="organization.operator.id")
    saved_at: datetime = instant(nullable=False)


class WrittenRow(BareTable, table=True):
    """A row that an import has written: in which table, for which row of the file. Undoing goes by these alone."""

    __tablename__ = "written_row"
    __table_args__ = (
        sa.Index("ix_written_row_number", "import_id", "number"),
        sa.Index("ix_written_row_row_id", "row_id"),
        {"schema": "legacy"},
    )

    import_id: UUID = Field(primary_key=True, foreign_key="legacy.archive_import.id")
    table_name: str = Field(primary_key=True)
    row_id: UUID = Field(primary_key=True)
    ente_id: UUID = Field(foreign_key="organization.ente.id")
    number: int
