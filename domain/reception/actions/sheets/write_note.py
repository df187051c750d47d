"""A line in the desk's diary of a sheet."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import SheetNote
from domain.reception.queries.sheets.door import sheet


class WriteNote(BaseModel):
    """The text, and whether only few may read it."""

    sheet_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
    is_private: bool = False


async def write_note(work: UnitOfWork, operator: Operator, command: WriteNote) -> UUID:
    """Write the line, which nobody changes afterwards; gives back its id. Refuses NotFound."""
    found = await sheet(work, operator, command.sheet_id)
    note = SheetNote(
        ente_id=found.ente_id,
        sheet_id=found.id,
        author_id=operator.operator_id,
        office_id=operator.office_id,
        is_private=command.is_private,
        text=command.text,
    )
    work.session.add(note)
    return note.id
