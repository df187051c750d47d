"""A plan is revised, checked, taken over, closed or interrupted."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.following.close_care_plan import CloseCarePlan, close_care_plan
from domain.casework.actions.care_plan.following.interrupt_care_plan import InterruptCarePlan, interrupt_care_plan
from domain.casework.actions.care_plan.following.take_over_care_plan import TakeOverCarePlan, take_over_care_plan
from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.actions.care_plan.writing.revise_care_plan import ReviseCarePlan, revise_care_plan
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.jobs import remind_of_plan_checks
from domain.casework.queries.care_plan.checks_due import CheckFilter, checks_due
from domain.casework.queries.care_plan.plan_list import PlanFilter, plan_list
from domain.casework.refusals import (
    CheckDone,
    NotActive,
    PlanHasEnded,
)
from domain.casework.terms.care_plans import GoalResult, PlanState, VersionState
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.work import unit_of_work
from tests.domain.casework.care_plan.conftest import Planning, review, today, told


async def test_a_revision_leaves_the_agreed_version_in_force_until_it_is_accepted(planning: Planning) -> None:
    plan_id = await planning.active()
    await review(planning, plan_id)
    await planning.do(revise_care_plan, ReviseCarePlan(plan_id=plan_id))
    shorter = SetTimetable(
        plan_id=plan_id, starts_on=today(), ends_on=today() + timedelta(days=200), check_every_months=1
    )
    await planning.do(set_timetable, shorter)
    assert (await planning.file(plan_id)).number_in_force == 1
    await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
    await planning.do(share_care_plan, ShareCarePlan(plan_id=plan_id, is_online=False))
    await planning.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=today()))
    file = await planning.file(plan_id)
    assert (file.number_in_force, file.version(1).state) == (2, VersionState.REPLACED)
    done = [one for one in file.checks if one.done_on]
    waiting = [one.due_on for one in file.checks if not one.done_on]
    assert len(done) == 1
    assert waiting == [day for day in waiting if done[0].due_on < day <= today() + timedelta(days=200)]
    assert len(waiting) == 3


async def test_a_check_says_of_each_goal_where_it_is_and_when_the_next_one_is(planning: Planning) -> None:
    plan_id = await planning.active()
    file = await planning.file(plan_id)
    check, last = file.checks[0], file.checks[-1]
    for wrong, fields in (
        ({"goals": {}}, {f"goal:{one.key}" for one in file.shown.content.goals}),
        ({"on": today() + timedelta(days=1)}, {"on"}),
        ({"next_on": today()}, {"next_on"}),
        ({"next_on": today() + timedelta(days=366)}, {"next_on"}),
        ({"next_on": check.due_on}, {"next_on"}),
    ):
        with pytest.raises(Invalid) as refused:
            await review(planning, plan_id, **wrong)
        assert set(refused.value.fields) == fields
    soon = today() + timedelta(days=20)
    await review(planning, plan_id, note="Va meglio", next_on=soon)
    file = await planning.file(plan_id)
    assert file.next_check_on == soon
    (done,) = [one for one in file.checks if one.done_on]
    assert (done.done_by, done.note, done.number) == ("Sara Lodi", "Va meglio", 1)
    assert {one["state"] for one in done.goals.values()} == {"in_progress"}
    assert file.checks[-1].due_on == last.due_on
    with pytest.raises(CheckDone):
        await review(planning, plan_id, check_id=done.id)


async def test_closing_asks_the_result_of_each_goal(planning: Planning) -> None:
    plan_id = await planning.active()
    goals = (await planning.file(plan_id)).shown.content.goal_keys
    answers: dict[str, Any] = {
        "plan_id": plan_id,
        "on": today(),
        "code": "OBIETTIVI",
        "result": GoalResult.PARTLY,
        "results": dict.fromkeys(goals, GoalResult.REACHED),
    }
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"results": {goals[0]: GoalResult.REACHED}}, f"goal:{goals[1]}"),
        ({"code": "NON_ESISTE"}, "code"),
        ({"on": today() + timedelta(days=1)}, "on"),
    )
    for wrong, field in cases:
        with pytest.raises(Invalid) as refused:
            await planning.do(close_care_plan, CloseCarePlan(**answers | wrong))
        assert set(refused.value.fields) == {field}
    await planning.do(close_care_plan, CloseCarePlan(**answers))
    file = await planning.file(plan_id)
    assert (file.state, file.result, file.closing) == (PlanState.CLOSED, GoalResult.PARTLY, "Obiettivi raggiunti")
    assert [one for one in file.checks if not one.done_on] == []
    with pytest.raises(NotActive):
        await planning.do(close_care_plan, CloseCarePlan(**answers))
    with pytest.raises(PlanHasEnded):
        await planning.do(revise_care_plan, ReviseCarePlan(plan_id=plan_id))


async def test_a_plan_is_interrupted_with_a_reason_also_before_it_was_agreed_on(planning: Planning) -> None:
    plan_id = await planning.shared()
    stop = InterruptCarePlan(plan_id=plan_id, on=today(), code="TRASFERIMENTO", note="Va a vivere dal figlio")
    await planning.do(interrupt_care_plan, stop)
    file = await planning.file(plan_id)
    assert (file.state, file.closing_note) == (PlanState.INTERRUPTED, "Va a vivere dal figlio")
    with pytest.raises(PlanHasEnded):
        await planning.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=today()))


async def test_the_last_plan_is_copied_without_its_days(planning: Planning) -> None:
    await planning.written()
    copied = (await planning.file(await planning.begun(is_copied=True))).shown.content
    assert [one.text for one in copied.goals] == ["Essere al sicuro", "Restare a casa"]
    assert (copied.starts_on, copied.ends_on, copied.checks_on) == (None, None, ())
    with pytest.raises(Invalid):
        await planning.do(draw_up_care_plan, DrawUpCarePlan(case_id=planning.case_id, kind="NON_ESISTE"))


async def test_a_colleague_takes_it_over_and_is_told_of_its_checks_once_before_and_once_on_the_day(
    planning: Planning,
) -> None:
    plan_id = await planning.active(check_every_months=None, day_1=today() + timedelta(days=20))
    colleague = planning.scene.colleague
    await planning.do(take_over_care_plan, TakeOverCarePlan(plan_id=plan_id), colleague)
    for days, how_many in ((1, 0), (10, 1), (11, 1), (20, 2), (21, 2)):
        with as_of(utcnow() + timedelta(days=days)):
            await remind_of_plan_checks(bind=planning.scene.connection)
            assert (await told(planning, colleague)).count("progetto personalizzato") == how_many, days
    assert "progetto" not in await told(planning, planning.scene.worker)


async def test_checks_and_plans_are_found_by_who_follows_cases_there(planning: Planning) -> None:
    plan_id = await planning.active()
    scene = planning.scene
    for who, mine, everybody in (
        (scene.worker, 1, 1),
        (scene.colleague, 0, 1),
        (scene.clerk, 0, 0),
        (scene.neighbour, 0, 0),
    ):
        async with unit_of_work(who, read_only=True, bind=scene.connection) as work:
            assert (await plan_list(work, who, PlanFilter())).total == mine
            assert (await plan_list(work, who, PlanFilter(is_mine=False, state=PlanState.ACTIVE))).total == everybody
            waiting = await checks_due(work, who, CheckFilter(is_mine=False, is_soon=False))
            assert waiting.total == everybody * 4
            assert (await checks_due(work, who, CheckFilter())).total == 0
    for who in (scene.clerk, scene.neighbour, scene.accountant):
        with pytest.raises(NotFound):
            await planning.file(plan_id, who)


async def test_a_plan_that_is_not_there_is_not_found(planning: Planning) -> None:
    with pytest.raises(NotFound):
        await planning.file(uuid4())
