"""Invitations to book: whom an office asks to come, until when, and what became of it."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.scheduling.model.appointment  # noqa: F401 - keys point at its tables
from domain.platform.database import means
from domain.platform.tables import Table, instant, word
from domain.scheduling.refusals import AlreadyInvited, InvitationSettled
from domain.scheduling.terms.invitations import InvitationState

_OPEN = sa.text("state = 'open'")


class BookingInvitation(Table, table=True):
    """An office asks a person to choose a time for a need, until ``book_by_on``; ``note`` is for the person to read.

    ``remind_from_on`` is the day from which the person is reminded, once (``reminded_at``); None when the term is too
    short. ``appointment_id`` is what was booked. ``settled_at``: when it was booked, withdrawn or seen to, by whom if
    an operator did it; ``closing_note`` is what the office did about it, and empty when it invited again.
    """

    __tablename__ = "booking_invitation"
    __table_args__ = (
        sa.CheckConstraint("(state = 'booked') = (appointment_id IS NOT NULL)", name="booked"),
        sa.CheckConstraint("(state IN ('open', 'lapsed')) = (settled_at IS NULL)", name="settled"),
        sa.Index(
            "uq_booking_invitation_open", "person_id", "need_id", "office_id", unique=True, postgresql_where=_OPEN
        ),
        sa.Index("ix_booking_invitation_list", "office_id", "state", "book_by_on"),
        sa.Index("ix_booking_invitation_ente", "ente_id", "state", "book_by_on"),
        sa.Index("ix_booking_invitation_invited_by", "invited_by_id", "state"),
        sa.Index(
            "ix_booking_invitation_to_remind",
            "remind_from_on",
            postgresql_where=sa.text("state = 'open' AND reminded_at IS NULL"),
        ),
        sa.Index("ix_booking_invitation_ending", "book_by_on", postgresql_where=_OPEN),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    need_id: UUID = Field(foreign_key="scheduling.need.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    invited_by_id: UUID = Field(foreign_key="organization.operator.id")
    book_by_on: date
    note: str = ""
    remind_from_on: date | None = None
    reminded_at: datetime | None = instant()
    state: InvitationState = word(InvitationState, default=InvitationState.OPEN)
    appointment_id: UUID | None = Field(default=None, foreign_key="scheduling.appointment.id", index=True)
    settled_at: datetime | None = instant()
    settled_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    closing_note: str = ""

    def fulfil(self, appointment_id: UUID, at: datetime) -> None:
        """The person has an appointment."""
        self._settle(InvitationState.BOOKED, at, None)
        self.appointment_id = appointment_id

    def lapse(self) -> None:
        """The last day is over, and nobody has booked. Refuses InvitationSettled."""
        if self.state is not InvitationState.OPEN:
            raise InvitationSettled
        self.state = InvitationState.LAPSED

    def withdraw(self, at: datetime, by_id: UUID) -> None:
        """The office does not wait any more. Refuses InvitationSettled, also when it has lapsed."""
        if self.state is not InvitationState.OPEN:
            raise InvitationSettled
        self._settle(InvitationState.WITHDRAWN, at, by_id)

    def close(self, at: datetime, by_id: UUID, note: str) -> None:
        """The office has seen to it. Refuses InvitationSettled."""
        self._settle(InvitationState.CLOSED, at, by_id)
        self.closing_note = note

    def _settle(self, state: InvitationState, at: datetime, by_id: UUID | None) -> None:
        if not self.state.may_be_settled:
            raise InvitationSettled
        self.state, self.settled_at, self.settled_by_id = state, at, by_id


means("uq_booking_invitation_open", AlreadyInvited())
