"""A complete sheet is opened again to go on with it."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.sheets.door import sheet_to_write


async def reopen_sheet(work: UnitOfWork, operator: Operator, sheet_id: UUID) -> None:
    """Open it for its desk; the day of completion stays. Refuses NotFound, NotAtThisDesk, SheetNotWritable."""
    found = await sheet_to_write(work, operator, sheet_id)
    found.reopen(work.now)
