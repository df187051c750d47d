"""What can happen to people's records, and to the right to act for a person."""

from uuid import UUID

from domain.kernel.event import Event


class GuardianshipDeclared(Event):
    """A citizen said that they act for somebody; nobody has checked it yet."""

    guardianship_id: UUID
    person_id: UUID
    guardian_id: UUID


class GuardianshipVerified(Event):
    """An office has checked a title: it counts from now on, within its days."""

    guardianship_id: UUID
    person_id: UUID
    guardian_id: UUID


class GuardianshipRefused(Event):
    """An office has checked a title and it does not hold."""

    guardianship_id: UUID
    person_id: UUID
    guardian_id: UUID


class GuardianshipEnded(Event):
    """An office has given a title its last day."""

    guardianship_id: UUID
    person_id: UUID
    guardian_id: UUID


class ProtectedFileOpened(Event):
    """An operator opened a protected person's file in an emergency; the reason is kept with ``opening_id``."""

    opening_id: UUID
    person_id: UUID
    operator_id: UUID


class PeopleMerged(Event):
    """Two records turned out to be of one person: ``former_id`` stands for its history, ``kept_id`` counts."""

    merge_id: UUID
    former_id: UUID
    kept_id: UUID
    operator_id: UUID | None


class MergeUndone(Event):
    """The two records were told apart again: each counts for itself."""

    merge_id: UUID
    former_id: UUID
    kept_id: UUID
    operator_id: UUID | None
