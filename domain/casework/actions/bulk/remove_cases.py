"""Cases that an import has opened are taken back, where nobody has worked on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.case import Case, CaseCounter, DiaryEntry
from domain.kernel.actor import System
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork, as_the_program


@dataclass(frozen=True)
class RemoveCases:
    """The cases, and the lines that the import wrote in their diaries."""

    case_ids: Sequence[UUID]
    entry_ids: Sequence[UUID]


async def remove_cases(work: UnitOfWork, system: System, command: RemoveCases) -> set[UUID]:
    """Delete those that are as they came, with their line; gives back which are gone.

    Numbers after the last case that is left are given again. PostgreSQL lets only those go that an import has written.
    """
    if not command.case_ids:
        return set()
    async with as_the_program(work, "undo an import"):
        held = select(Case).where(col(Case.id).in_(command.case_ids)).order_by(col(Case.id)).with_for_update()
        found = (await work.session.exec(held)).all()
        ids = [one.id for one in found]
        counted = await count_references(work, "casework.case", ids)
        used = {key for reference, keys in counted.items() if reference.table != DIARY for key in keys}
        used |= {one.id for one in found if one.version != 1} | await _written_in(work, command, ids)
        gone = [key for key in ids if key not in used]
        await work.session.exec(sa.delete(DiaryEntry).where(col(DiaryEntry.case_id).in_(gone)))
        await work.session.exec(sa.delete(Case).where(col(Case.id).in_(gone)))
        for ente_id in {one.ente_id for one in found}:
            await _count_again(work, ente_id)
        for one in found:
            if one.id not in used:
                work.session.expunge(one)
    return set(command.case_ids) - used


DIARY = "casework.diary_entry"


async def _written_in(work: UnitOfWork, command: RemoveCases, ids: Sequence[UUID]) -> set[UUID]:
    wanted = select(DiaryEntry.case_id).where(
        col(DiaryEntry.case_id).in_(ids), col(DiaryEntry.id).not_in(command.entry_ids)
    )
    return set((await work.session.exec(wanted)).all())


async def _count_again(work: UnitOfWork, ente_id: UUID) -> None:
    """The counter goes back to the last case, under its lock: an ente without cases has none."""
    held = select(CaseCounter).where(col(CaseCounter.ente_id) == ente_id).with_for_update()
    counter = (await work.session.exec(held)).one_or_none()
    last = (await work.session.exec(select(sa.func.max(col(Case.number))).where(col(Case.ente_id) == ente_id))).one()
    if counter is not None and last is None:
        await work.session.delete(counter)
    elif counter is not None and last is not None:
        counter.last_number = last
