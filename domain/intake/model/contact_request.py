"""A request to be called back, which needs no sign-in."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.refusals import RequestDone
from domain.intake.terms import RequestStatus
from domain.platform.tables import Table, instant


class ContactRequest(Table, table=True):
    """What somebody has written: who they say they are is not checked. Forgotten some months after it was answered."""

    __tablename__ = "contact_request"
    __table_args__ = (sa.Index("ix_contact_request_list", "ente_id", "created_at"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    name: str
    email: str
    phone: str
    need: str
    language: str
    taken_at: datetime | None = instant()
    taken_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    done_at: datetime | None = instant(index=True)
    done_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    @property
    def status(self) -> RequestStatus:
        """Where it stands."""
        if self.done_at is not None:
            return RequestStatus.DONE
        return RequestStatus.TAKEN if self.taken_at is not None else RequestStatus.WAITING

    def take(self, operator_id: UUID, at: datetime) -> None:
        """``operator_id`` calls back; a colleague may take it over. Refuses RequestDone."""
        if self.done_at is not None:
            raise RequestDone
        self.taken_at, self.taken_by_id = at, operator_id

    def finish(self, operator_id: UUID, at: datetime) -> None:
        """It was answered. Refuses RequestDone."""
        if self.done_at is not None:
            raise RequestDone
        self.done_at, self.done_by_id = at, operator_id
