"""The office to which a sheet was sent takes it over."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.events import SheetAccepted
from domain.reception.queries.passed_on import referral_to_answer


async def accept_sheet(work: UnitOfWork, operator: Operator, referral_id: UUID) -> UUID:
    """Take it over; gives back the id of the sheet. Refuses NotAllowed, NotFound, AlreadyAnswered."""
    found = await referral_to_answer(work, operator, referral_id)
    found.accept(operator.operator_id, work.now)
    await work.record(SheetAccepted(ente_id=found.ente_id, referral_id=found.id, sheet_id=found.sheet_id))
    return found.sheet_id
