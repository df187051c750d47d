"""A request to put right what is kept about a person (GDPR art. 16)."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.clock import day_of
from domain.platform.tables import Table, instant, word
from domain.privacy.refusals import AlreadyAnswered, AlreadyExtended, TermOver
from domain.privacy.rules.answer_terms import extended
from domain.privacy.terms import RectificationStatus
from domain.registry.terms import FactKind


class Rectification(Table, table=True):
    """What is wrong (``fact_id``, or only the words of ``wrong``), how it should be, by when the office answers.

    The fact itself is never changed, only believed no more: the request stays readable with it.
    """

    __tablename__ = "rectification"
    __table_args__ = (
        sa.CheckConstraint("status = 'open' OR answered_at IS NOT NULL", name="answered"),
        sa.Index("ix_rectification_due", "ente_id", "status", "due_on"),
        {"schema": "privacy"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    asked_by_id: UUID = Field(foreign_key="registry.person.id")
    fact_id: UUID | None = Field(default=None, foreign_key="registry.fact.id")
    fact_kind: FactKind | None = word(FactKind, default=None)
    wrong: str
    wanted: str
    language: str
    status: RectificationStatus = word(RectificationStatus, default=RectificationStatus.OPEN)
    due_on: date
    extended_at: datetime | None = instant()
    extension_reason: str = ""
    answered_at: datetime | None = instant()
    answered_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    answer: str = ""
    new_fact_id: UUID | None = Field(default=None, foreign_key="registry.fact.id")

    def accept(self, operator_id: UUID, at: datetime, answer: str, new_fact_id: UUID | None) -> None:
        """It was put right; ``answer`` says what was done. Refuses AlreadyAnswered."""
        self._answer(RectificationStatus.ACCEPTED, operator_id, at, answer)
        self.new_fact_id = new_fact_id

    def refuse(self, operator_id: UUID, at: datetime, answer: str) -> None:
        """It stays as it is; ``answer`` says why. Refuses AlreadyAnswered."""
        self._answer(RectificationStatus.REFUSED, operator_id, at, answer)

    def extend(self, at: datetime, today: date, reason: str) -> None:
        """Two months more, once, said before the first month is over. Refuses AlreadyAnswered, AlreadyExtended."""
        if self.status is not RectificationStatus.OPEN:
            raise AlreadyAnswered
        if self.extended_at is not None:
            raise AlreadyExtended
        if today > self.due_on:
            raise TermOver
        self.extended_at, self.extension_reason = at, reason
        self.due_on = extended(day_of(self.created_at))

    def _answer(self, status: RectificationStatus, operator_id: UUID, at: datetime, answer: str) -> None:
        if self.status is not RectificationStatus.OPEN:
            raise AlreadyAnswered
        self.status, self.answered_by_id, self.answered_at, self.answer = status, operator_id, at, answer
