"""What can happen to a case."""

from uuid import UUID

from domain.kernel.event import Event


class CaseOpened(Event):
    """A case was opened for a person."""

    case_id: UUID
    person_id: UUID


class CaseTakenInCharge(Event):
    """An operator took charge of a case."""

    case_id: UUID
    operator_id: UUID
