"""An auditor opens a message of the register: who, when and why is written down first."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.model.transaction import RegisterAccess, TransactionRecord
from domain.access.permissions import may_audit
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork


class OpenTransaction(BaseModel):
    """Which message, and why."""

    record_id: UUID
    reason: str = Field(min_length=10, max_length=500)


async def open_transaction(work: UnitOfWork, operator: Operator, command: OpenTransaction) -> UUID:
    """Notes the opening and returns it; ``opened_transaction`` then shows the message for a quarter of an hour.

    Refuses NotAllowed to whoever is no auditor, NotFound for a message out of reach.
    """
    if not may_audit(operator):
        raise NotAllowed
    if await work.session.get(TransactionRecord, command.record_id) is None:
        raise NotFound
    opening = RegisterAccess(
        ente_id=operator.ente_id,
        operator_id=operator.operator_id,
        office_id=operator.office_id,
        reason=command.reason,
        criteria={},
        record_id=command.record_id,
        created_at=work.now,
    )
    work.session.add(opening)
    await work.session.flush()  # the role may only add rows here: what is wrong must be told now
    return opening.id
