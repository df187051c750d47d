"""The office to which a sheet was sent gives it back."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.events import SheetReturned
from domain.reception.queries.passed_on import referral_to_answer


class ReturnSheet(BaseModel):
    """Which sending, and why it comes back."""

    referral_id: UUID
    answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


async def return_sheet(work: UnitOfWork, operator: Operator, command: ReturnSheet) -> None:
    """Give it back; the sender reads why. Refuses NotAllowed, NotFound, AlreadyAnswered."""
    found = await referral_to_answer(work, operator, command.referral_id)
    found.give_back(operator.operator_id, work.now, command.answer)
    await work.record(SheetReturned(ente_id=found.ente_id, referral_id=found.id, sheet_id=found.sheet_id))
