"""The only door to a case: for operators of the enti in reach who may know of its person."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import Case, CaseApplication, CaseSheet
from domain.casework.permissions import within_reach
from domain.kernel.actor import Operator, System
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.former_records import former_records
from domain.registry.queries.names import names


async def case(work: UnitOfWork, operator: Operator, case_id: UUID, *, for_update: bool = False) -> Case:
    """The case, locked when it is to be changed. Refuses NotFound, also when its person is hidden from ``operator``.

    Who asks for the case of a record that was joined to another gets the case of the one that counts, if there is one.
    """
    statement = select(Case).where(col(Case.id) == case_id, within_reach(operator, Case.ente_id))
    if for_update:
        statement = statement.with_for_update()
    found = (await work.session.exec(statement)).one_or_none()
    called = await names(work, [found.person_id]) if found else {}
    if found is None or found.person_id not in called:
        raise NotFound
    record_id = called[found.person_id].record_id
    return found if record_id == found.person_id else await _of_same_person(work, found, record_id) or found


async def _of_same_person(work: UnitOfWork, former: Case, person_id: UUID | None) -> Case | None:
    wanted = select(Case).where(col(Case.ente_id) == former.ente_id, col(Case.person_id) == person_id)
    return (await work.session.exec(wanted)).one_or_none()


async def joined_cases(work: UnitOfWork, case: Case) -> list[UUID]:
    """The case and, of the same ente, those of the records that were joined to its person's."""
    former = await former_records(work, case.person_id)
    if not former:
        return [case.id]
    joined = select(Case.id).where(col(Case.ente_id) == case.ente_id, col(Case.person_id).in_(former))
    return [case.id, *(await work.session.exec(joined)).all()]


async def applications_of(work: UnitOfWork, case_id: UUID) -> Sequence[CaseApplication]:
    """The applications in a case the caller has come to through its door, the nearest term first."""
    statement = select(CaseApplication).where(col(CaseApplication.case_id) == case_id)
    ordered = statement.order_by(
        col(CaseApplication.is_open).desc(), col(CaseApplication.due_on), col(CaseApplication.submitted_at)
    )
    return (await work.session.exec(ordered)).all()


async def sheets_of(work: UnitOfWork, case_id: UUID) -> Sequence[UUID]:
    """The contacts of the desk that led to a case the caller has come to through its door."""
    statement = select(CaseSheet.sheet_id).where(col(CaseSheet.case_id) == case_id)
    return (await work.session.exec(statement.order_by(col(CaseSheet.created_at).desc()).limit(50))).all()


async def application_in_case(work: UnitOfWork, system: System, application_id: UUID) -> CaseApplication | None:
    """The application in its case, locked, for reactions; None when it is in none."""
    wanted = select(CaseApplication).where(col(CaseApplication.application_id) == application_id)
    return (await work.session.exec(wanted.with_for_update())).one_or_none()
