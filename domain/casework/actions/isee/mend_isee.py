"""An operator who has a reason puts the ISEE of a person right."""

from uuid import UUID

from domain.casework.queries.isee.papers import must_be_of
from domain.casework.queries.isee.reason_for_isee import reason_for_isee
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.isee.correct_isee import CorrectIsee, correct_isee
from domain.registry.queries.isee.isee_records_of import isee_row


class MendIsee(CorrectIsee):
    """As the registry keeps it, in the file of ``person_id``."""

    person_id: UUID


async def mend_isee(work: UnitOfWork, operator: Operator, command: MendIsee) -> UUID:
    """From now on believe this instead; how it was believed stays readable. Give back the new row's id.

    Refuses NotFound, NoReasonForIsee, NotThisPaper, and whatever ``correct_isee`` refuses.
    """
    reason = await reason_for_isee(work, operator, command.person_id)
    await isee_row(work, operator, reason.person.id, command.isee_id)
    await must_be_of(work, operator, reason.person.id, command.document_id)
    return await correct_isee(work, operator, command)
