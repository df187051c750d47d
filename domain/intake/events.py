"""What can happen to an application."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel.event import Event


class ApplicationSubmitted(Event):
    """A person sent an application, to ``office_id`` if one is competent; ``due_on`` is the last day for the answer."""

    application_id: UUID
    applicant_id: UUID
    beneficiary_id: UUID
    submitted_at: datetime
    due_on: date
    office_id: UUID | None = None


class ApplicationRegistered(Event):
    """An application got its protocollo number."""

    application_id: UUID


class ApplicationWithdrawn(Event):
    """A person gave up an application."""

    application_id: UUID
