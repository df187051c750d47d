"""What can happen in correspondence."""

from uuid import UUID

from domain.kernel.event import Event


class CitizenMessageSent(Event):
    """A person has written to an office: to all of it, or to the whole ente where none is competent."""

    conversation_id: UUID
    message_id: UUID
    office_id: UUID | None = None


class OfficeMessageSent(Event):
    """An office has written to a person."""

    conversation_id: UUID
    message_id: UUID
