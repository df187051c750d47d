"""An operator who has a reason writes the ISEE of a person down."""

from uuid import UUID

from domain.casework.queries.isee.papers import must_be_of
from domain.casework.queries.isee.reason_for_isee import reason_for_isee
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee


class WriteIsee(RecordIsee):
    """As the registry keeps it."""


async def write_isee(work: UnitOfWork, operator: Operator, command: WriteIsee) -> UUID:
    """Believe the certificate from now on, in the file of each member; give back the id of the person's own row.

    Refuses NoReasonForIsee, NotThisPaper, and whatever ``record_isee`` refuses.
    """
    reason = await reason_for_isee(work, operator, command.person_id)
    await must_be_of(work, operator, reason.person.id, command.document_id)
    return await record_isee(work, operator, command)
