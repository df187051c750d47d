"""An operator who has a reason takes away an ISEE that was never this person's."""

from uuid import UUID

from domain.casework.queries.isee.reason_for_isee import reason_for_isee
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.isee.withdraw_isee import WithdrawIsee, withdraw_isee
from domain.registry.queries.isee.isee_records_of import isee_row


class DropIsee(WithdrawIsee):
    """As the registry keeps it, in the file of ``person_id``."""

    person_id: UUID


async def drop_isee(work: UnitOfWork, operator: Operator, command: DropIsee) -> None:
    """Do not believe it any more. Refuses NotFound, NoReasonForIsee, and whatever ``withdraw_isee`` refuses."""
    reason = await reason_for_isee(work, operator, command.person_id)
    await isee_row(work, operator, reason.person.id, command.isee_id)
    await withdraw_isee(work, operator, command)
