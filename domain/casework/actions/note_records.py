"""The diary tells that another record of the same person was joined, or told apart again."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.model.case import Case, DiaryEntry
from domain.casework.terms import DiaryKind
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class NoteRecords(BaseModel):
    """Whose cases, what happened, when, and who did it."""

    person_id: UUID
    kind: DiaryKind
    happened_at: datetime
    operator_id: UUID | None


async def note_records(work: UnitOfWork, _system: System, command: NoteRecords) -> None:
    """A line in the diary of each case of the person, in the enti that the program sees."""
    mine = select(Case).where(col(Case.person_id) == command.person_id)
    for case in (await work.session.exec(mine)).all():
        line = DiaryEntry(
            ente_id=case.ente_id,
            case_id=case.id,
            person_id=case.person_id,
            kind=command.kind,
            happened_at=command.happened_at,
            author_id=command.operator_id,
        )
        work.session.add(line)
