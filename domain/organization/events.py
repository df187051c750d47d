"""What can happen to the organization."""

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
