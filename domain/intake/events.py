"""What can happen to an application."""

from uuid import UUID

from domain.kernel.event import Event


class ApplicationSubmitted(Event):
    """A person sent an application."""

    application_id: UUID
    applicant_id: UUID
    beneficiary_id: UUID


class ApplicationRegistered(Event):
    """An application got its protocollo number."""

    application_id: UUID


class ApplicationWithdrawn(Event):
    """A person gave up an application."""

    application_id: UUID
