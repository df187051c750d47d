"""What can happen to the organization."""

from datetime import date
from uuid import UUID

from domain.kernel.event import Event


class OfficeOpened(Event):
    """An ente opened an office."""

    office_id: UUID


class RoleAssigned(Event):
    """An operator got a role in an office."""

    assignment_id: UUID
    operator_id: UUID
    office_id: UUID


class EnteChanged(Event):
    """An ente changed its name, contacts, colours, languages or logo."""


class OperatorDisabled(Event):
    """An administrator turned an operator's access off."""

    operator_id: UUID
    by_operator_id: UUID | None


class OperatorEnabled(Event):
    """An administrator turned an operator's access on again."""

    operator_id: UUID
    by_operator_id: UUID | None


class RoleEnded(Event):
    """An operator's role was given a last day."""

    assignment_id: UUID
    operator_id: UUID
    by_operator_id: UUID | None


class CodeAdded(Event):
    """An ente added a code to a list."""

    list_name: str
    code: str
    by_operator_id: UUID | None


class CodeChanged(Event):
    """An ente changed the words, the place or the common code of a code."""

    list_name: str
    code: str
    by_operator_id: UUID | None


class CodeSwitchedOff(Event):
    """An ente does not offer a code any more, from a day on; what has it keeps it."""

    list_name: str
    code: str
    first_day_off: date
    by_operator_id: UUID | None


class CodeSwitchedOn(Event):
    """An ente offers a code again, from a day on."""

    list_name: str
    code: str
    starts_on: date
    by_operator_id: UUID | None
