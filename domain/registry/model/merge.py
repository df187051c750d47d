"""Records that may be of one person, those that were joined, and what the joining changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.platform.rows.relinking import RowChange
from domain.platform.tables import Json, Table, column, instant, word
from domain.registry.refusals import AlreadyDecided, AlreadyUndone
from domain.registry.terms.records import DuplicateStatus


class DuplicateCandidate(Table, table=True):
    """Two records that look like one person's: ``score`` up to 100, with the words of ``DuplicateReason``.

    ``first_id`` is the smaller of the two ids, so that a pair is there once. ``ente_id`` is that of the first.
    """

    __tablename__ = "duplicate_candidate"
    __table_args__ = (
        sa.UniqueConstraint("first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="ordered"),
        sa.Index("ix_duplicate_candidate_review", "ente_id", "status", "score"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    first_id: UUID = Field(foreign_key="registry.person.id", ondelete="CASCADE")
    second_id: UUID = Field(foreign_key="registry.person.id", index=True, ondelete="CASCADE")
    score: int
    reasons: list[str] = column(Json)
    status: DuplicateStatus = word(DuplicateStatus, default=DuplicateStatus.OPEN)
    decided_at: datetime | None = instant()
    decided_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    decision: str = ""

    def decide(self, status: DuplicateStatus, operator_id: UUID | None, at: datetime, decision: str) -> None:
        """Somebody has looked at the two; who were told apart may be joined later. Refuses AlreadyDecided."""
        if self.status in (DuplicateStatus.MERGED, status):
            raise AlreadyDecided
        self.status, self.decided_by_id, self.decided_at, self.decision = status, operator_id, at, decision

    def reopen(self) -> None:
        """What was decided does not count any more."""
        self.status, self.decided_by_id, self.decided_at, self.decision = DuplicateStatus.OPEN, None, None, ""


class Merge(Table, table=True):
    """The record ``former_id`` has been joined to ``kept_id``: by whom, why, and whether it was undone."""

    __tablename__ = "merge"
    __table_args__ = {"schema": "registry"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    former_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kept_id: UUID = Field(foreign_key="registry.person.id", index=True)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    reason: str
    undone_at: datetime | None = instant()
    undone_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    undo_reason: str = ""

    def undo(self, operator_id: UUID | None, at: datetime, reason: str) -> None:
        """The two are told apart again. Refuses AlreadyUndone."""
        if self.undone_at is not None:
            raise AlreadyUndone
        self.undone_at, self.undone_by_id, self.undo_reason = at, operator_id, reason


class MergeChange(Table, table=True):
    """What a merge did to one row: the columns before and after, as JSON; no ``before`` for a row it added."""

    __tablename__ = "merge_change"
    __table_args__ = (sa.UniqueConstraint("merge_id", "position"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    merge_id: UUID = Field(foreign_key="registry.merge.id")
    position: int
    table_name: str
    row_id: UUID
    before: dict[str, Any] | None = column(JSONB(none_as_null=True), default=None)
    after: dict[str, Any] = column(Json)

    @property
    def change(self) -> RowChange:
        """The same as the platform makes and undoes it."""
        return RowChange(self.table_name, self.row_id, self.before, self.after)
