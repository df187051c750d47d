"""What an ente decides about booking, and what somebody has typed so far."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant, word
from domain.scheduling.terms import Manner

MOST_PER_NEED, MOST_IN_ALL, INVITATION_DAYS = 1, 3, 14


class BookingRules(Table, table=True):
    """How many appointments ahead somebody may have by themselves: for one need, and in all. The desk has no limit.

    ``invitation_days``: how long who is invited to book has to do it, unless who invites says otherwise.
    """

    __tablename__ = "booking_rules"
    __table_args__ = (
        sa.UniqueConstraint("ente_id"),
        sa.CheckConstraint("most_per_need BETWEEN 1 AND 50 AND most_in_all BETWEEN most_per_need AND 50", name="most"),
        sa.CheckConstraint("invitation_days BETWEEN 1 AND 120", name="invitation_days"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    most_per_need: int = MOST_PER_NEED
    most_in_all: int = MOST_IN_ALL
    invitation_days: int = INVITATION_DAYS


class BookingDraft(Table, table=True):
    """What is typed in one browser while somebody books; it goes after an hour. Only the program sees it.

    ``fingerprint`` recognises the browser. ``account_id`` is who was signed in; without, ``proof_id`` is the code that
    was sent to the contact and ``proven_at`` when it came back.
    """

    __tablename__ = "booking_draft"
    __table_args__ = (sa.UniqueConstraint("fingerprint"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    fingerprint: str
    need_id: UUID = Field(foreign_key="scheduling.need.id", ondelete="CASCADE", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE", index=True)
    starts_at: datetime = instant(nullable=False)
    manner: Manner = word(Manner, default=Manner.IN_PERSON)
    account_id: UUID | None = Field(default=None)
    person_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "it"
    note: str = ""
    interpreter_language: str = ""
    interpreter_gender: str = ""
    wants_reminders: bool = Field(default=True, sa_column_kwargs={"name": "is_reminded"})
    wants_earlier: bool = Field(default=False, sa_column_kwargs={"name": "is_earlier_wanted"})
    proof_id: UUID | None = None
    proven_at: datetime | None = instant()
    expires_at: datetime = instant(nullable=False)
