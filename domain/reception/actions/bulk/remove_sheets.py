"""Sheets that an import has written are taken back, where nobody has gone on with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.model.sheet import ContactSheet, Need
from domain.reception.terms.sheets import SheetStatus


@dataclass(frozen=True)
class RemoveSheets:
    """Which sheets."""

    sheet_ids: Sequence[UUID]


async def remove_sheets(work: UnitOfWork, system: System, command: RemoveSheets) -> set[UUID]:
    """Delete those nobody has opened again, marked or passed on, with their need; gives back which are gone.

    PostgreSQL lets only those go that an import has written.
    """
    if not command.sheet_ids:
        return set()
    async with as_the_program(work, "undo an import"):
        held = select(ContactSheet).where(col(ContactSheet.id).in_(command.sheet_ids)).with_for_update()
        found = (await work.session.exec(held)).all()
        ids = [one.id for one in found]
        counted = await count_references(work, "reception.contact_sheet", ids)
        used = {key for reference, keys in counted.items() if reference.table != "reception.need" for key in keys}
        used |= {one.id for one in found if one.version != 1 or one.status is not SheetStatus.COMPLETE}
        used |= await _marked(work, ids)
        gone = [key for key in ids if key not in used]
        await work.session.exec(sa.delete(ContactSheet).where(col(ContactSheet.id).in_(gone)))
        for one in found:
            if one.id not in used:
                work.session.expunge(one)
    return set(command.sheet_ids) - used


async def _marked(work: UnitOfWork, ids: Sequence[UUID]) -> set[UUID]:
    """Somebody here has noted a need since: those of an import have no author."""
    wanted = select(Need.sheet_id).where(col(Need.sheet_id).in_(ids), col(Need.author_id).is_not(None))
    return set((await work.session.exec(wanted)).all())
