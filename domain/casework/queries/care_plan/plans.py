"""The only doors to a plan: for operators who follow cases in its ente, and for the person it is about."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_check import CarePlanCheck
from domain.casework.model.care_plan.plan_version import UNDER_WAY, CarePlanVersion
from domain.casework.permissions import follows_within
from domain.casework.refusals import NotADraft
from domain.casework.terms.care_plans import VersionState
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

ON_THE_PORTAL = (VersionState.SHARED, VersionState.ACCEPTED, VersionState.REFUSED, VersionState.REPLACED)


async def care_plan(work: UnitOfWork, operator: Operator, plan_id: UUID, *, for_update: bool = False) -> CarePlan:
    """The plan, locked when it is to be changed. Refuses NotFound, also when its person is hidden from ``operator``."""
    statement = select(CarePlan).where(col(CarePlan.id) == plan_id, follows_within(operator, CarePlan.ente_id))
    if for_update:
        statement = statement.with_for_update()
    found = (await work.session.exec(statement)).one_or_none()
    if found is None or found.person_id not in await names(work, [found.person_id]):
        raise NotFound
    return found


async def own_care_plan(work: UnitOfWork, citizen: Citizen, plan_id: UUID, *, for_update: bool = False) -> CarePlan:
    """A plan that was shared on the portal with who asks, for themselves or somebody they represent, or NotFound."""
    statement = select(CarePlan).where(
        col(CarePlan.id) == plan_id, col(CarePlan.person_id).in_(citizen.people), col(CarePlan.is_online)
    )
    if for_update:
        statement = statement.with_for_update()
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def versions_of(work: UnitOfWork, plan: CarePlan) -> Sequence[CarePlanVersion]:
    """The versions of a plan the caller has come to through its door, the newest first."""
    mine = select(CarePlanVersion).where(col(CarePlanVersion.plan_id) == plan.id)
    return (await work.session.exec(mine.order_by(col(CarePlanVersion.number).desc()))).all()


async def shared_versions(work: UnitOfWork, plan: CarePlan) -> Sequence[CarePlanVersion]:
    """Those that the person has on the portal, the newest first."""
    mine = select(CarePlanVersion).where(
        col(CarePlanVersion.plan_id) == plan.id,
        col(CarePlanVersion.is_online),
        col(CarePlanVersion.state).in_(ON_THE_PORTAL),
    )
    return (await work.session.exec(mine.order_by(col(CarePlanVersion.number).desc()))).all()


async def version_under_way(work: UnitOfWork, plan: CarePlan) -> CarePlanVersion | None:
    """The version that is written, proposed or shared now; None when nothing is under way."""
    mine = select(CarePlanVersion).where(
        col(CarePlanVersion.plan_id) == plan.id, col(CarePlanVersion.state).in_(UNDER_WAY)
    )
    return (await work.session.exec(mine)).one_or_none()


async def version_in_force(work: UnitOfWork, plan: CarePlan) -> CarePlanVersion | None:
    """The version that was agreed on; None before there is one."""
    mine = select(CarePlanVersion).where(
        col(CarePlanVersion.plan_id) == plan.id, col(CarePlanVersion.number) == plan.number_in_force
    )
    return (await work.session.exec(mine)).one_or_none()


async def draft_of(work: UnitOfWork, operator: Operator, plan_id: UUID) -> tuple[CarePlan, CarePlanVersion]:
    """The plan, locked, and the draft that may be written in. Refuses NotFound, PlanHasEnded, NotADraft."""
    plan = await care_plan(work, operator, plan_id, for_update=True)
    plan.must_go_on()
    version = await version_under_way(work, plan)
    if version is None or version.state is not VersionState.DRAFT:
        raise NotADraft
    return plan, version


async def checks_of(work: UnitOfWork, plan: CarePlan) -> Sequence[CarePlanCheck]:
    """The checks of a plan, done or waiting, by day."""
    mine = select(CarePlanCheck).where(col(CarePlanCheck.plan_id) == plan.id)
    return (await work.session.exec(mine.order_by(col(CarePlanCheck.due_on)))).all()


def next_day(checks: Sequence[CarePlanCheck]) -> date | None:
    """The day of the first check that waits."""
    return min((one.due_on for one in checks if one.done_on is None), default=None)
