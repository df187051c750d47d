"""A supervisor's visa on a transition that must not leave the office without it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Json, Table, column, instant, word
from domain.procedure.refusals import VisaAnswered
from domain.procedure.terms import VisaStatus


class Visa(Table, table=True):
    """What was asked, by whom, and what the supervisor said. The transition waits with what was typed for it."""

    __tablename__ = "visa"
    __table_args__ = (
        sa.Index("ix_visa_asked", "ente_id", "asked_at", postgresql_where=sa.text("status = 'asked'")),
        {"schema": "procedure"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    proceeding_id: UUID = Field(foreign_key="procedure.proceeding.id", index=True)
    transition: str
    status: VisaStatus = word(VisaStatus, default=VisaStatus.ASKED)
    fields: dict[str, Any] = column(Json, default_factory=dict)
    document_ids: list[str] = column(Json, default_factory=list)
    note: str = ""
    served_on: date | None = None
    asked_by_id: UUID = Field(foreign_key="organization.operator.id")
    asked_at: datetime = instant(nullable=False)
    answered_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    answered_at: datetime | None = instant()
    answer_note: str = ""

    def answer(self, status: VisaStatus, operator_id: UUID, at: datetime, note: str) -> None:
        """Given or refused, once. Refuses VisaAnswered."""
        if self.status is not VisaStatus.ASKED:
            raise VisaAnswered
        self.status, self.answered_by_id, self.answered_at, self.answer_note = status, operator_id, at, note
