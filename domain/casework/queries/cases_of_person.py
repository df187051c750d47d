"""The cases of a person, in the enti in reach: for the page of the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.casework.permissions import within_reach
from domain.casework.terms import CaseStatus
from domain.kernel.actor import Operator
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class CaseRow:
    """A case: its number, where it stands, and who is responsible; empty when nobody is."""

    id: UUID
    number: int
    status: CaseStatus
    office: str
    responsible: str


async def cases_of_person(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[CaseRow]:
    """One for each ente at most; the caller has found the person through its door."""
    wanted = select(Case).where(col(Case.person_id) == person_id, within_reach(operator, Case.ente_id))
    found = (await work.session.exec(wanted.order_by(col(Case.number).desc()))).all()
    offices = await office_names(work, {case.office_id for case in found if case.office_id})
    called = await operator_names(work, {case.responsible_id for case in found if case.responsible_id})
    return [
        CaseRow(
            id=case.id,
            number=case.number,
            status=case.status,
            office=offices[case.office_id].name if case.office_id else "",
            responsible=called.get(case.responsible_id, "") if case.responsible_id else "",
        )
        for case in found
    ]
