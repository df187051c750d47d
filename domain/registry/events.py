"""What can happen to people's records, and to the right to act for a person."""

from datetime import date
from uuid import UUID

from domain.kernel.event import Event
from domain.registry.terms.civil import DifferenceKind


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


class DifferenceFound(Event):
    """The civil registry says otherwise than we do: somebody must decide (a death before anything else)."""

    difference_id: UUID
    person_id: UUID
    kind: DifferenceKind


class DifferenceAccepted(Event):
    """An operator has taken over what the civil registry says."""

    difference_id: UUID
    person_id: UUID
    kind: DifferenceKind
    operator_id: UUID


class DifferenceRefused(Event):
    """An operator keeps what we hold, whatever the civil registry says."""

    difference_id: UUID
    person_id: UUID
    kind: DifferenceKind
    operator_id: UUID


class RecordShared(Event):
    """An office shows a person's record to another ente, for some days."""

    sharing_id: UUID
    person_id: UUID
    to_ente_id: UUID


class SharingEnded(Event):
    """An office has taken back a record that another ente could read."""

    sharing_id: UUID
    person_id: UUID
    to_ente_id: UUID


class BodyRecorded(Event):
    """An ente has written down an external body with which it works."""

    body_id: UUID


class BodyChanged(Event):
    """What is known of an external body was written anew."""

    body_id: UUID


class BodyEnded(Event):
    """An ente works with an external body only until a day."""

    body_id: UUID
    last_day: date


class BodyTakenUp(Event):
    """An ente works again with an external body."""

    body_id: UUID
