"""A case as an operator opens it: whose it is, what was asked, what was done. Every opening is noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.casework.model.case import Case, CaseApplication
from domain.casework.permissions import may_follow_cases
from domain.casework.queries.care_plan.plan_list import PlanRow, plans_of_case
from domain.casework.queries.cases import applications_of, case, sheets_of
from domain.casework.queries.diary import DiaryRow, diary_of
from domain.casework.rules.urgency import NO_URGENCY, UrgencyMark, urgency
from domain.casework.terms import CaseStatus
from domain.intake.queries.applications_to_check import applications_by_id
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.page import Page
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.office_names import OfficeNameRow, office_names
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.reception.queries.sheets.sheet_list import SheetRow, sheets_by_id
from domain.registry.queries.household_of import MemberRow, household_of
from domain.registry.queries.names import names
from domain.registry.queries.person_card import PersonCard, card_within


@dataclass(frozen=True)
class ApplicationInCase:
    """What was asked, by whom, and how long is left to answer.

    ``days_left`` is negative after the term, and None when nobody waits for the answer any more.
    """

    application_id: UUID
    service_title: str
    protocollo: str | None
    status: ApplicationStatus | None
    applicant: str | None
    submitted_at: datetime
    due_on: date
    days_left: int | None
    mark: UrgencyMark
    is_waiting: bool


@dataclass(frozen=True)
class CaseFile:
    """The whole file. ``diary`` is one page, the newest entry first."""

    id: UUID
    ente_id: UUID
    number: int
    status: CaseStatus
    person: PersonCard
    age: int | None
    household: Sequence[MemberRow]
    applications: tuple[ApplicationInCase, ...]
    sheets: Sequence[SheetRow]
    diary: Page[DiaryRow]
    plans: Sequence[PlanRow]
    responsible_id: UUID | None
    responsible: str | None
    office: OfficeNameRow | None
    opened_at: datetime
    taken_at: datetime | None
    version: int


async def case_file(
    work: UnitOfWork, operator: Operator, case_id: UUID, purpose: str = ReadingPurpose.CASE_WORK, *, diary_page: int = 1
) -> CaseFile:
    """The file of ``case_id``, in a fixed number of questions. Refuses NotFound.

    The reading is noted with its ``purpose``; a refused attempt too, without saying whose file it was.
    """
    try:
        found = await case(work, operator, case_id)
    except NotFound:
        _note(work, None, operator.ente_id, case_id, purpose)
        raise
    _note(work, found.person_id, found.ente_id, case_id, purpose)
    return await _file(work, operator, found, diary_page)


def _note(work: UnitOfWork, person_id: UUID | None, ente_id: UUID, case_id: UUID, purpose: str) -> None:
    work.note_reading(
        Reading(
            person_id=person_id,
            ente_id=ente_id,
            subject=ReadingSubject.CASE_FILE.value,
            subject_id=case_id,
            purpose=str(purpose),
            is_granted=person_id is not None,
        )
    )


async def _file(work: UnitOfWork, operator: Operator, found: Case, diary_page: int) -> CaseFile:
    person = await card_within(work, operator, found.person_id)
    age = person.age_on(work.today)
    offices = await office_names(work, [found.office_id] if found.office_id else [])
    responsible = await operator_names(work, [found.responsible_id] if found.responsible_id else [])
    return CaseFile(
        id=found.id,
        ente_id=found.ente_id,
        number=found.number,
        status=found.status,
        person=person,
        age=age,
        household=await household_of(work, operator, found.person_id),
        applications=await _applications(work, operator, await applications_of(work, found.id), age),
        sheets=await sheets_by_id(work, operator, await sheets_of(work, found.id)),
        diary=await diary_of(work, operator, found, diary_page),
        plans=await plans_of_case(work, operator, found) if may_follow_cases(operator) else [],
        responsible_id=found.responsible_id,
        responsible=responsible.get(found.responsible_id) if found.responsible_id else None,
        office=offices.get(found.office_id) if found.office_id else None,
        opened_at=found.created_at,
        taken_at=found.taken_at,
        version=found.version,
    )


async def _applications(
    work: UnitOfWork, operator: Operator, entries: Sequence[CaseApplication], age: int | None
) -> tuple[ApplicationInCase, ...]:
    rows = await applications_by_id(work, operator, [entry.application_id for entry in entries])
    applicants = await names(work, {row.applicant_id for row in rows.values()})
    shown = []
    for entry in entries:
        row = rows.get(entry.application_id)
        applicant = applicants.get(row.applicant_id) if row else None
        shown.append(
            ApplicationInCase(
                application_id=entry.application_id,
                service_title=row.title.in_(SOURCE.code) if row else "",
                protocollo=row.protocollo if row else None,
                status=row.status if row else None,
                applicant=applicant.full_name if applicant else (row.acting_name or None) if row else None,
                submitted_at=entry.submitted_at,
                due_on=entry.due_on,
                days_left=entry.days_left(work.today),
                is_waiting=entry.is_waiting,
                mark=urgency(entry.due_on, work.today, age=age, is_waiting=entry.is_waiting)
                if entry.is_open
                else NO_URGENCY,
            )
        )
    return tuple(shown)
