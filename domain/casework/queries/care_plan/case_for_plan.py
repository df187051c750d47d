"""What is to be known of a case before a plan is begun for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.casework.permissions import may_follow_cases
from domain.casework.queries.care_plan.plan_list import PlanRow, plans_of_case
from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.cases import case
from domain.casework.refusals import NotACaseRole
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


@dataclass(frozen=True)
class CaseForPlan:
    """Whose case it is, the kinds of plans on offer, and the plans there were."""

    id: UUID
    number: int
    full_name: str
    kinds: Sequence[tuple[str, str]]
    plans: Sequence[PlanRow]


async def case_for_plan(work: UnitOfWork, operator: Operator, case_id: UUID) -> CaseForPlan:
    """For who follows cases; the reading is noted. Refuses NotFound, NotACaseRole."""
    found = await case(work, operator, case_id)
    if not may_follow_cases(operator):
        raise NotACaseRole
    subject, purpose = ReadingSubject.CASE_FILE.value, ReadingPurpose.CASE_WORK.value
    work.note_reading(Reading(found.person_id, found.ente_id, subject, found.id, purpose))
    return CaseForPlan(
        id=found.id,
        number=found.number,
        full_name=(await names(work, [found.person_id]))[found.person_id].full_name,
        kinds=(await plan_words(work, found.ente_id)).kinds,
        plans=await plans_of_case(work, operator, found),
    )
