"""An operator takes charge of a case (presa in carico)."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.events import CaseTakenInCharge
from domain.casework.model.case import Case, CaseApplication, DiaryEntry
from domain.casework.permissions import may_follow_cases
from domain.casework.queries.cases import applications_of, case
from domain.casework.refusals import NotACaseRole
from domain.casework.terms import DiaryKind
from domain.intake.actions.take_up_application import take_up_application
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class TakeCharge(BaseModel):
    """The case that the operator takes charge of."""

    case_id: UUID


async def take_charge(work: UnitOfWork, operator: Operator, command: TakeCharge) -> None:
    """``operator`` becomes responsible and takes up every application that waits in the case.

    Who is responsible already takes up what has come in since. Refuses NotFound, NotACaseRole, and AlreadyInCharge
    when a colleague was faster, or nothing new waits.
    """
    found = await case(work, operator, command.case_id, for_update=True)
    if not may_follow_cases(operator):
        raise NotACaseRole
    waiting = [entry for entry in await applications_of(work, found.id) if entry.is_waiting]
    if not (waiting and found.responsible_id == operator.operator_id):
        found.take_charge(operator.operator_id, operator.office_id, at=work.now)
    for entry in waiting:
        entry.take_up(work.now)
        await take_up_application(work, operator, entry.application_id)
    _write(work, operator, found, waiting)
    await work.record(CaseTakenInCharge(ente_id=found.ente_id, case_id=found.id, operator_id=operator.operator_id))


def _write(work: UnitOfWork, operator: Operator, found: Case, waiting: list[CaseApplication]) -> None:
    for application_id in [entry.application_id for entry in waiting] or [None]:
        work.session.add(
            DiaryEntry(
                ente_id=found.ente_id,
                case_id=found.id,
                person_id=found.person_id,
                kind=DiaryKind.TAKEN_IN_CHARGE,
                happened_at=work.now,
                author_id=operator.operator_id,
                application_id=application_id,
            )
        )
