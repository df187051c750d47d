"""What an operator is told of, and which of it by e-mail too."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.text import Text
from domain.platform.tables import Json, Table, column, instant, word


class Notice(Table, table=True):
    """One operator's notice: a sentence without names of people, and the page it leads to. Written once for a key."""

    __tablename__ = "notice"
    __table_args__ = (
        sa.UniqueConstraint("operator_id", "key"),
        sa.Index("ix_notice_list", "operator_id", "created_at"),
        sa.Index("ix_notice_unread", "operator_id", postgresql_where=sa.text("read_at IS NULL")),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    kind: NoticeKind = word(NoticeKind)
    key: str
    msgid: str
    values: dict[str, Any] = column(Json)
    path: str
    read_at: datetime | None = instant()

    @property
    def sentence(self) -> Text:
        """What is said, not yet in a language."""
        return Text(self.msgid, self.values)


class NoticeChoice(Table, table=True):
    """Whether an operator gets notices of a kind by e-mail too; without a row, no."""

    __tablename__ = "notice_choice"
    __table_args__ = (sa.UniqueConstraint("operator_id", "kind"), {"schema": "correspondence"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    kind: NoticeKind = word(NoticeKind)
    is_mailed: bool
