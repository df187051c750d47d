"""What can happen to a housing need."""

from uuid import UUID

from domain.kernel.event import Event


class HousingNeedOpened(Event):
    """Somebody looks for a dwelling, and did not before."""

    need_id: UUID
    person_id: UUID


class HousingNeedClosed(Event):
    """The search has ended."""

    need_id: UUID
    person_id: UUID
