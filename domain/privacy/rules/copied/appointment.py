"""The shapes of appointments and invitations in a copy of one's data."""

from datetime import date, datetime
from uuid import UUID

from domain.privacy.rules.copied.part import Part


class CopiedAppointment(Part):
    """An appointment: why, where, how, and the contacts and the note that were left when it was booked."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    need: str
    office: str
    manner: str
    manner_label: str
    status: str
    status_label: str
    email: str
    phone: str
    note: str


class CopiedInvitation(Part):
    """An invitation to book, until when, and what the office wrote to the person."""

    id: UUID
    invited_on: date
    book_by_on: date
    need: str
    office: str
    status: str
    status_label: str
    note: str
