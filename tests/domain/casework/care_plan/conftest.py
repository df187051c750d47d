"""A case in charge, and the ways of its plan."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import worker
from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.following.review_care_plan import ReviewCarePlan, review_care_plan
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_party import KeepParty, keep_party
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.queries.care_plan.plan_file import PlanFile, plan_file
from domain.casework.terms.care_plans import Doer, GoalState, Horizon, PartyKind, Presence
from domain.correspondence.queries.notices import notices_of
from domain.kernel.actor import Actor, Operator
from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork, unit_of_work
from tests.domain.casework.conftest import Scene, everybody_in_place, no_receipt
from tests.support.given import an_operator
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

Action = Callable[[UnitOfWork, Any, Any], Awaitable[Any]]


def today() -> date:
    """The day in Italy."""
    return day_of(utcnow())


@dataclass(frozen=True)
class Planning:
    """The scene with a case of Rosa's, and an office head."""

    scene: Scene
    case_id: UUID
    head: Operator

    async def do(self, action: Action, command: Any, who: Actor | None = None) -> Any:
        """Let somebody do it: the social worker unless told otherwise."""
        actor = who or self.scene.worker
        async with unit_of_work(actor, bind=self.scene.connection) as work:
            return await action(work, actor, command)

    async def file(self, plan_id: UUID, who: Operator | None = None) -> PlanFile:
        """The plan as an operator reads it."""
        actor = who or self.scene.worker
        async with unit_of_work(actor, read_only=True, bind=self.scene.connection) as work:
            return await plan_file(work, actor, plan_id)

    async def begun(self, **facts: Any) -> UUID:
        """A plan of which nothing is written yet."""
        return await self.do(draw_up_care_plan, DrawUpCarePlan(case_id=self.case_id, kind="GENERICO", **facts))

    async def written(self, **timetable: Any) -> UUID:
        """A plan that is whole: two goals, an action, somebody of the family, a year from today."""
        plan_id = await self.begun()
        await self.do(write_outline, WriteOutline(plan_id=plan_id, motivations="Vive sola e cade spesso."))
        first = await self.do(keep_goal, KeepGoal(plan_id=plan_id, horizon=Horizon.SHORT, text="Essere al sicuro"))
        await self.do(keep_goal, KeepGoal(plan_id=plan_id, horizon=Horizon.LONG, text="Restare a casa", area="CASA"))
        await self.do(
            keep_plan_action,
            KeepPlanAction(plan_id=plan_id, text="Aiuto a casa", doer=Doer.PROVIDER, who="Cooperativa", goal=first),
        )
        await self.do(
            keep_party,
            KeepParty(plan_id=plan_id, kind=PartyKind.PERSON, name="La signora", presence=Presence.PRESENT),
        )
        days = {"starts_on": today(), "ends_on": today() + timedelta(days=365), "check_every_months": 3} | timetable
        await self.do(set_timetable, SetTimetable(plan_id=plan_id, **days))
        return plan_id

    async def shared(self, *, is_online: bool = False, **timetable: Any) -> UUID:
        """A plan that the person has, and has not answered to."""
        plan_id = await self.written(**timetable)
        await self.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
        await self.do(share_care_plan, ShareCarePlan(plan_id=plan_id, is_online=is_online))
        return plan_id

    async def active(self, **facts: Any) -> UUID:
        """A plan that the person has accepted on paper."""
        plan_id = await self.shared(**facts)
        await self.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=today()))
        return plan_id

    async def rules(self, **chosen: Any) -> None:
        """The ente makes its plans by these rules."""
        await self.do(set_plan_rules, SetPlanRules(**chosen), self.head)


async def a_case_without_a_plan(connection: AsyncConnection) -> Planning:
    """Rosa has applied and has a case; nobody has made a plan yet."""
    scene = await everybody_in_place(connection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(worker.JOBS, "draw_up_receipt", no_receipt)
        case_id = await scene.case_of(await scene.applies())
    async with unit_of_work(scene.worker, bind=connection) as work:
        head = await an_operator(work, scene.territory.office_id, [Role.OFFICE_HEAD], names="Piera Capo")
    return Planning(scene, case_id, head)


standing = fixtures.standing_on(a_case_without_a_plan)


@pytest.fixture
def planning(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Planning:
    """A case, and nobody has made a plan yet."""
    monkeypatch.setitem(worker.JOBS, "draw_up_receipt", no_receipt)
    found: Planning = stage.built
    return found


@pytest.fixture
def scene(planning: Planning) -> Scene:
    """The people around it."""
    return planning.scene


async def review(planning: Planning, plan_id: Any, **answers: Any) -> None:
    """The next check is made today, everything going on well, unless told otherwise."""
    file = await planning.file(plan_id)
    found = {one.key: {"state": GoalState.IN_PROGRESS} for one in file.shown.content.goals}
    asked = {"check_id": file.next_check.id if file.next_check else None, "on": today(), "goals": found} | answers
    await planning.do(review_care_plan, ReviewCarePlan(plan_id=plan_id, **asked))


async def told(planning: Planning, operator: Any) -> str:
    """The notices of an operator, as one text."""
    async with unit_of_work(operator, read_only=True, bind=planning.scene.connection) as work:
        return "\n".join(str(one.sentence) for one in (await notices_of(work, operator)).items)
