"""What can happen when people come in."""

from uuid import UUID

from domain.kernel.event import Event


class CitizenSignedIn(Event):
    """A citizen came in; for the first time when ``is_first``."""

    account_id: UUID
    is_first: bool
