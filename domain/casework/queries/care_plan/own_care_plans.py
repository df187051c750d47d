"""The plans that the office has shared with a person on the portal; one represented is told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.queries.care_plan.plan_rows import VersionRow
from domain.casework.queries.care_plan.plan_rules import plan_rules
from domain.casework.queries.care_plan.plan_words import PlanWords, plan_words
from domain.casework.queries.care_plan.plans import own_care_plan, shared_versions
from domain.casework.terms.care_plans import PLAN_KINDS, GoalResult, PlanState, VersionState
from domain.kernel.actor import Citizen
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.codes import code_labels
from domain.organization.queries.enti import ente
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST = 50


@dataclass(frozen=True)
class OwnPlanRow:
    """A plan in the person's list."""

    id: UUID
    person_id: UUID
    full_name: str
    is_own: bool
    kind: str
    state: PlanState
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class OwnPlan:
    """A plan as the person reads it: the versions that were shared, the newest first."""

    row: OwnPlanRow
    ente_name: str
    versions: Sequence[VersionRow]
    words: PlanWords
    next_check_on: date | None
    closed_on: date | None
    result: GoalResult | None
    results: dict[str, GoalResult]
    is_answered_online: bool

    @property
    def shown(self) -> VersionRow:
        """The version that waits for an answer, else the one that counts, else the newest."""
        return next((one for one in self.versions if one.state in FIRST), self.versions[0])

    @property
    def waits(self) -> bool:
        """Whether the person may answer now, here or at the office."""
        is_over = self.row.state in (PlanState.CLOSED, PlanState.INTERRUPTED)
        return not is_over and self.shown.state is VersionState.SHARED


FIRST = (VersionState.SHARED, VersionState.ACCEPTED)


async def own_care_plans(work: UnitOfWork, citizen: Citizen) -> Sequence[OwnPlanRow]:
    """One's own and those of the people one represents, the newest first, at most 50."""
    mine = select(CarePlan).where(col(CarePlan.person_id).in_(citizen.people), col(CarePlan.is_online))
    plans = (await work.session.exec(mine.order_by(col(CarePlan.created_at).desc()).limit(MOST))).all()
    return await _rows(work, citizen, plans)


async def own_plan(work: UnitOfWork, citizen: Citizen, plan_id: UUID) -> OwnPlan:
    """One of them, whole. Refuses NotFound; reading somebody else's is noted."""
    plan = await own_care_plan(work, citizen, plan_id)
    versions = await shared_versions(work, plan)
    if not versions:  # the office has taken it back to write in it again
        raise NotFound
    if plan.person_id != citizen.person_id:
        subject, why = ReadingSubject.CARE_PLAN.value, ReadingPurpose.REPRESENTATION.value
        work.note_reading(Reading(plan.person_id, plan.ente_id, subject, plan.id, why))
    (row,) = await _rows(work, citizen, [plan])
    return OwnPlan(
        row=row,
        ente_name=(await ente(work, plan.ente_id)).name,
        versions=[VersionRow.of(one, {}) for one in versions],  # who wrote it stays inside the office
        words=await plan_words(work, plan.ente_id),
        next_check_on=plan.next_check_on,
        closed_on=plan.closed_on,
        result=plan.result,
        results={key: GoalResult(one) for key, one in plan.results.items()},
        is_answered_online=(await plan_rules(work, plan.ente_id)).is_answered_online,
    )


async def _rows(work: UnitOfWork, citizen: Citizen, plans: Sequence[CarePlan]) -> list[OwnPlanRow]:
    if not plans:
        return []
    called = await names(work, {one.person_id for one in plans})
    labels = {}
    for ente_id in {one.ente_id for one in plans}:  # a person has plans in one or two enti
        labels |= await code_labels(work, ente_id, {(PLAN_KINDS, one.kind) for one in plans if one.ente_id == ente_id})
    return [
        OwnPlanRow(
            id=one.id,
            person_id=one.person_id,
            full_name=called[one.person_id].full_name,
            is_own=one.person_id == citizen.person_id,
            kind=labels.get((PLAN_KINDS, one.kind), one.kind),
            state=one.state,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        for one in plans
        if one.person_id in called
    ]
