"""A sheet is sent to another office."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.events import SheetSent
from domain.reception.model.passing_on import Referral
from domain.reception.queries.destinations import check_destination
from domain.reception.queries.sheets.door import sheet_to_write
from domain.reception.refusals import SheetNotComplete


class SendSheet(BaseModel):
    """Where to, and why."""

    sheet_id: UUID
    to_office_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


async def send_sheet(work: UnitOfWork, operator: Operator, command: SendSheet) -> UUID:
    """Send it; gives back the id of the sending, whose state both offices read.

    Refuses NotFound, NotAtThisDesk, SheetNotComplete, OfficeCannotKnow, AlreadyOnItsWay.
    """
    found = await sheet_to_write(work, operator, command.sheet_id)
    if not found.is_complete:
        raise SheetNotComplete
    to_office = await check_destination(work, operator, found, command.to_office_id)
    referral = Referral(
        ente_id=found.ente_id,
        sheet_id=found.id,
        from_office_id=found.office_id,
        to_ente_id=to_office.ente_id,
        to_office_id=to_office.id,
        sent_by_id=operator.operator_id,
        reason=command.reason,
    )
    work.session.add(referral)
    await work.session.flush()  # one that waits already must be refused here
    await work.record(
        SheetSent(ente_id=to_office.ente_id, referral_id=referral.id, sheet_id=found.id, to_office_id=to_office.id)
    )
    return referral.id
