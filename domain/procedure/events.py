"""What can happen to procedures and to what goes through them."""

from datetime import date
from uuid import UUID

from domain.kernel.event import Event
from domain.procedure.terms import Effect, MoverKind


class ProcedurePublished(Event):
    """A version is in force."""

    procedure_id: UUID
    version_id: UUID


class ProceedingStarted(Event):
    """Something goes through a procedure from now on."""

    proceeding_id: UUID
    subject_id: UUID
    person_id: UUID
    due_on: date | None


class ProceedingMoved(Event):
    """A transition was made: ``transition``, ``from_state`` and ``to_state`` are keys of the version.

    ``letter`` is the template to send, empty when none; ``is_notified`` when the citizen is to be told.
    """

    proceeding_id: UUID
    subject_id: UUID
    person_id: UUID
    passage_id: UUID
    transition: str
    from_state: str
    to_state: str
    effect: Effect
    mover: MoverKind
    letter: str
    is_notified: bool
    due_on: date | None


class DeadlineMoved(Event):
    """The office's last day is another one, and the state is the same; None while an endless pause stops the term."""

    proceeding_id: UUID
    subject_id: UUID
    due_on: date | None


class VisaAsked(Event):
    """A transition waits for a supervisor."""

    visa_id: UUID
    proceeding_id: UUID
    subject_id: UUID
    asked_by_id: UUID


class VisaRefused(Event):
    """A supervisor sent it back with a note to who asked."""

    visa_id: UUID
    proceeding_id: UUID
    subject_id: UUID
    asked_by_id: UUID
