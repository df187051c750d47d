"""Cases of an old archive are opened here, with the first line of their diary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.casework.model.case import Case, CaseCounter, DiaryEntry
from domain.casework.terms import CaseStatus, DiaryKind
from domain.kernel.actor import System
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class OldCase:
    """A case under the id its row gets; ``entry_id`` is that of the line in the diary, which tells ``words``."""

    id: UUID
    entry_id: UUID
    person_id: UUID
    opened_at: datetime
    status: CaseStatus
    words: str


@dataclass(frozen=True)
class OpenOldCases:
    """Cases of people who have none in the ente."""

    ente_id: UUID
    office_id: UUID
    cases: Sequence[OldCase]


async def open_old_cases(work: UnitOfWork, system: System, command: OpenOldCases) -> None:
    """Open them, each with the next number of the ente; nobody is told, and nobody is in charge of them.

    The row of the counter stays locked until the end: numbers have no gaps.
    """
    if not command.cases:
        return
    first = await _last_number(work, command.ente_id, len(command.cases)) - len(command.cases) + 1
    same = {"created_at": work.now, "ente_id": command.ente_id}
    cases = [
        {
            **same,
            "id": one.id,
            "person_id": one.person_id,
            "number": first + place,
            "office_id": command.office_id,
            "status": one.status,
            "version": 1,
        }
        for place, one in enumerate(command.cases)
    ]
    await add_rows(work, Case, cases)
    entries = [
        {
            **same,
            "id": one.entry_id,
            "case_id": one.id,
            "person_id": one.person_id,
            "kind": DiaryKind.NOTE,
            "happened_at": one.opened_at,
            "text": one.words,
        }
        for one in command.cases
    ]
    await add_rows(work, DiaryEntry, entries)


async def _last_number(work: UnitOfWork, ente_id: UUID, many: int) -> int:
    first = insert(CaseCounter).values(CaseCounter(ente_id=ente_id, last_number=many).model_dump())
    counted = first.on_conflict_do_update(
        index_elements=["ente_id"], set_={"last_number": col(CaseCounter.last_number) + many}
    )
    connection = await work.session.connection()
    return (await connection.execute(counted.returning(col(CaseCounter.last_number)))).scalar_one()
