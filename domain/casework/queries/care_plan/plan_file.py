"""A plan as an operator opens it: what it says, where it stands, its checks and its history. Every opening is noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan, CarePlanStep
from domain.casework.model.care_plan.plan_version import UNDER_WAY, CarePlanVersion
from domain.casework.permissions import may_give_plan_visas
from domain.casework.queries.care_plan.plan_rows import CheckRow, PlanStepRow, VersionRow
from domain.casework.queries.care_plan.plan_words import PlanWords, plan_words
from domain.casework.queries.care_plan.plans import care_plan, checks_of, versions_of
from domain.casework.queries.care_plan.services_offered import services_offered
from domain.casework.rules.care_plan.content import what_lacks
from domain.casework.terms.care_plans import GoalResult, PlanState, VersionState
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import NameRow, names

MOST_STEPS = 100


@dataclass(frozen=True)
class PlanFile:
    """The whole plan. ``shown`` is the version under way, else the one in force, else the newest."""

    plan_id: UUID
    ente_id: UUID
    case_id: UUID
    person_id: UUID
    person: NameRow
    kind: str
    kind_label: str
    state: PlanState
    office: str
    responsible_id: UUID
    responsible: str
    starts_on: date | None
    ends_on: date | None
    next_check_on: date | None
    number_in_force: int
    closed_on: date | None
    closing: str
    closing_note: str
    result: GoalResult | None
    results: dict[str, GoalResult]
    versions: Sequence[VersionRow]
    checks: Sequence[CheckRow]
    history: Sequence[PlanStepRow]
    words: PlanWords
    services: dict[UUID, str]
    lacks: tuple[Text, ...]
    is_visa_mine: bool

    @property
    def has_ended(self) -> bool:
        """Whether nothing is changed any more."""
        return self.state in (PlanState.CLOSED, PlanState.INTERRUPTED)

    @property
    def under_way(self) -> VersionRow | None:
        """The version that is written, proposed or shared."""
        return next((one for one in self.versions if one.state in UNDER_WAY), None)

    @property
    def in_force(self) -> VersionRow | None:
        """The version that was agreed on last."""
        return next((one for one in self.versions if one.number == self.number_in_force), None)

    @property
    def shown(self) -> VersionRow:
        """The version that the page shows first."""
        return self.under_way or self.in_force or self.versions[0]

    @property
    def next_check(self) -> CheckRow | None:
        """The first check that waits."""
        return next((one for one in self.checks if one.done_on is None), None)

    def version(self, number: int) -> VersionRow:
        """The version under a number. Refuses NotFound."""
        found = next((one for one in self.versions if one.number == number), None)
        if found is None:
            raise NotFound
        return found


async def plan_file(work: UnitOfWork, operator: Operator, plan_id: UUID) -> PlanFile:
    """The plan ``plan_id``, in a fixed number of questions. Refuses NotFound; a refused attempt is noted too."""
    subject, purpose = ReadingSubject.CARE_PLAN.value, ReadingPurpose.CASE_WORK.value
    try:
        plan = await care_plan(work, operator, plan_id)
    except NotFound:
        work.note_reading(Reading(None, operator.ente_id, subject, plan_id, purpose, is_granted=False))
        raise
    work.note_reading(Reading(plan.person_id, plan.ente_id, subject, plan.id, purpose))
    return await _file(work, operator, plan)


async def _file(work: UnitOfWork, operator: Operator, plan: CarePlan) -> PlanFile:
    versions, checks = await versions_of(work, plan), await checks_of(work, plan)
    steps = await _steps(work, plan)
    asked = {plan.responsible_id, *(one.author_id for one in versions)}
    asked |= {one.done_by_id for one in checks if one.done_by_id}
    asked |= {one.operator_id for one in steps if one.operator_id}
    called = await operator_names(work, asked)
    words = await plan_words(work, plan.ente_id)
    offices = await office_names(work, [plan.office_id] if plan.office_id else [])
    draft = next((one for one in versions if one.state is VersionState.DRAFT), None)
    is_visa_waited = any(one.waits_for_visa for one in versions)
    return PlanFile(
        plan_id=plan.id,
        ente_id=plan.ente_id,
        case_id=plan.case_id,
        person_id=plan.person_id,
        person=(await names(work, [plan.person_id]))[plan.person_id],
        kind=plan.kind,
        kind_label=words.kind(plan.kind),
        state=plan.state,
        office=offices[plan.office_id].name if plan.office_id else "",
        responsible_id=plan.responsible_id,
        responsible=called.get(plan.responsible_id, ""),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        next_check_on=plan.next_check_on,
        number_in_force=plan.number_in_force,
        closed_on=plan.closed_on,
        closing=words.closing(plan.closing_code),
        closing_note=plan.closing_note,
        result=plan.result,
        results={key: GoalResult(one) for key, one in plan.results.items()},
        versions=[VersionRow.of(one, called) for one in versions],
        checks=[CheckRow.of(one, called, work.today) for one in checks],
        history=[PlanStepRow.of(one, called) for one in steps],
        words=words,
        services=dict(await services_offered(work, operator)) if _names_services(versions) else {},
        lacks=what_lacks(draft.says) if draft else (),
        is_visa_mine=is_visa_waited and may_give_plan_visas(operator),
    )


def _names_services(versions: Sequence[CarePlanVersion]) -> bool:
    return any(action.service_id for one in versions for action in one.says.actions)


async def _steps(work: UnitOfWork, plan: CarePlan) -> Sequence[CarePlanStep]:
    mine = select(CarePlanStep).where(col(CarePlanStep.plan_id) == plan.id)
    latest = mine.order_by(col(CarePlanStep.happened_at).desc(), col(CarePlanStep.created_at).desc())
    return (await work.session.exec(latest.limit(MOST_STEPS))).all()
