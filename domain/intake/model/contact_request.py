"""A request to be called back, which needs no sign-in."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.refusals import RequestDone
from domain.intake.terms import RequestKind, RequestStatus
from domain.platform.tables import Table, instant, word


class ContactRequest(Table, table=True):
    """What somebody has written: who they say they are is not checked. Forgotten some months after it was answered.

    A report says about whom it is. ``proof_id`` is the one-time code that was sent to the contact, if one could be:
    who typed it has shown that the contact is theirs (``proven_at``).
    """

    __tablename__ = "contact_request"
    __table_args__ = (
        sa.Index("ix_contact_request_list", "ente_id", "created_at"),
        sa.CheckConstraint("kind <> 'report' OR about <> ''", name="about"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    kind: RequestKind = word(RequestKind, default=RequestKind.MYSELF)
    name: str
    about: str = ""
    email: str
    phone: str
    need: str
    language: str
    proof_id: UUID | None = Field(default=None, unique=True)
    proven_at: datetime | None = instant()
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
