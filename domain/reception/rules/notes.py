"""Who reads a private note of the desk."""

from collections.abc import Set
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.roles import Role


@dataclass(frozen=True)
class NotePlace:
    """Where a note stands: who wrote it and where, and who wrote the sheet."""

    is_private: bool
    author_id: UUID | None
    ente_id: UUID
    office_id: UUID
    sheet_author_id: UUID | None


def may_read_note(operator: Operator, note: NotePlace, readers: Set[Role] = frozenset()) -> bool:
    """A private note: its author, the sheet's author, the head where it was written, or ``readers`` of that office."""
    if not note.is_private or operator.operator_id in (note.author_id, note.sheet_author_id):
        return True
    if operator.ente_id != note.ente_id:
        return False
    return operator.has(Role.OFFICE_HEAD) or (operator.office_id == note.office_id and operator.has(*readers))
