"""The way of a plan: written, proposed, let go by a head, shared, answered, revised, checked, ended."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from domain.casework.actions.care_plan.agreeing.answer_care_plan import AnswerCarePlan, answer_care_plan
from domain.casework.actions.care_plan.agreeing.answer_plan_visa import AnswerPlanVisa, answer_plan_visa
from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.agreeing.take_back_care_plan import TakeBackCarePlan, take_back_care_plan
from domain.casework.actions.care_plan.following.close_care_plan import CloseCarePlan, close_care_plan
from domain.casework.actions.care_plan.following.interrupt_care_plan import InterruptCarePlan, interrupt_care_plan
from domain.casework.actions.care_plan.following.review_care_plan import ReviewCarePlan, review_care_plan
from domain.casework.actions.care_plan.following.take_over_care_plan import TakeOverCarePlan, take_over_care_plan
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.remove_piece import RemovePiece, remove_piece
from domain.casework.actions.care_plan.writing.revise_care_plan import ReviseCarePlan, revise_care_plan
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.jobs import remind_of_plan_checks
from domain.casework.queries.care_plan.checks_due import CheckFilter, checks_due
from domain.casework.queries.care_plan.own_care_plans import own_care_plans, own_plan
from domain.casework.queries.care_plan.plan_list import PlanFilter, plan_list
from domain.casework.refusals import (
    AnswersOnPaper,
    CheckDone,
    NotActive,
    NotADraft,
    NotAPlanHead,
    NotShared,
    PlanHasEnded,
    PlanLacks,
    VersionUnderWay,
    VisaLacks,
)
from domain.casework.terms.care_plans import Doer, GoalResult, GoalState, Horizon, PlanState, PlanStep, VersionState
from domain.correspondence.queries.notices import notices_of
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.platform.work import unit_of_work
from tests.domain.casework.care_plan.conftest import Planning, today
from tests.support.given import SYSTEM, a_citizen
from tests.support.personas import DAVIDE, ROSA


async def test_an_empty_plan_is_kept_and_says_all_that_it_lacks(planning: Planning) -> None:
    plan_id = await planning.begun()
    with pytest.raises(PlanLacks) as refused:
        await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
    assert len(refused.value.lacks) == 6
    file = await planning.file(plan_id)
    assert (file.state, file.shown.state, len(file.lacks)) == (PlanState.PREPARING, VersionState.DRAFT, 6)


async def test_goals_and_actions_are_changed_and_taken_away_one_by_one(planning: Planning) -> None:
    plan_id = await planning.written()
    first, second = (await planning.file(plan_id)).shown.content.goals
    changed = KeepGoal(plan_id=plan_id, key=second.key, horizon=Horizon.MEDIUM, text="Restare a casa sua")
    assert await planning.do(keep_goal, changed) == second.key
    await planning.do(remove_piece, RemovePiece(plan_id=plan_id, key=first.key))
    content = (await planning.file(plan_id)).shown.content
    assert [(one.text, one.horizon) for one in content.goals] == [("Restare a casa sua", Horizon.MEDIUM)]
    assert [one.text for one in content.actions_for("")] == ["Aiuto a casa"]
    for wrong, error in (
        (KeepGoal(plan_id=plan_id, key="altro", horizon=Horizon.LONG, text="x"), NotFound),
        (KeepGoal(plan_id=plan_id, horizon=Horizon.LONG, text="x", area="NON_ESISTE"), Invalid),
    ):
        with pytest.raises(error):
            await planning.do(keep_goal, wrong)
    lost = KeepPlanAction(plan_id=plan_id, text="x", doer=Doer.OFFICE, goal=first.key)
    with pytest.raises(Invalid):
        await planning.do(keep_plan_action, lost)


async def test_a_timetable_that_cannot_be_is_refused_beside_each_answer(planning: Planning) -> None:
    plan_id = await planning.begun()
    for wrong, field in (
        ({"starts_on": today(), "ends_on": today()}, "ends_on"),
        ({"starts_on": today(), "ends_on": today() + timedelta(days=5000)}, "ends_on"),
        ({"starts_on": today(), "ends_on": today() + timedelta(9), "day_2": today() + timedelta(10)}, "day_2"),
    ):
        with pytest.raises(Invalid) as refused:
            await planning.do(set_timetable, SetTimetable(plan_id=plan_id, **wrong))
        assert set(refused.value.fields) == {field}


async def test_where_the_ente_wants_it_a_head_lets_the_plan_go_or_sends_it_back(planning: Planning) -> None:
    await planning.rules(is_visa_wanted=True)
    plan_id = await planning.written()
    await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
    with pytest.raises(VisaLacks):
        await planning.do(share_care_plan, ShareCarePlan(plan_id=plan_id, is_online=False))
    with pytest.raises(NotAPlanHead):
        await planning.do(answer_plan_visa, AnswerPlanVisa(plan_id=plan_id, is_given=True))
    await planning.scene.follow()
    assert "aspetta il tuo visto" in await told(planning, planning.head)
    with pytest.raises(Invalid):
        await planning.do(answer_plan_visa, AnswerPlanVisa(plan_id=plan_id, is_given=False), planning.head)
    no = AnswerPlanVisa(plan_id=plan_id, is_given=False, note="Manca la scuola")
    await planning.do(answer_plan_visa, no, planning.head)
    file = await planning.file(plan_id)
    assert (file.shown.state, file.history[0].note) == (VersionState.DRAFT, "Manca la scuola")
    await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
    await planning.do(answer_plan_visa, AnswerPlanVisa(plan_id=plan_id, is_given=True), planning.head)
    await planning.do(share_care_plan, ShareCarePlan(plan_id=plan_id, is_online=False))
    assert (await planning.file(plan_id)).shown.state is VersionState.SHARED


async def test_what_a_head_proposes_needs_no_visa_and_only_heads_and_administrators_make_the_rules(
    planning: Planning,
) -> None:
    await planning.rules(is_visa_wanted=True)
    plan_id = await planning.written()
    await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id), planning.head)
    await planning.do(share_care_plan, ShareCarePlan(plan_id=plan_id, is_online=False))
    with pytest.raises(NotAllowed):
        await planning.do(set_plan_rules, SetPlanRules())


async def test_once_proposed_nobody_writes_in_it_unless_it_is_taken_back(planning: Planning) -> None:
    plan_id = await planning.shared()
    sealed = (await planning.file(plan_id)).shown.sha256
    assert len(sealed) == 64
    write = WriteOutline(plan_id=plan_id, motivations="Altro")
    with pytest.raises(NotADraft):
        await planning.do(write_outline, write)
    await planning.do(take_back_care_plan, TakeBackCarePlan(plan_id=plan_id))
    await planning.do(write_outline, write)
    await planning.do(propose_care_plan, ProposeCarePlan(plan_id=plan_id))
    assert (await planning.file(plan_id)).shown.sha256 not in ("", sealed)


async def test_accepted_on_paper_it_counts_and_its_checks_wait(planning: Planning) -> None:
    plan_id = await planning.shared()
    for wrong, field in (
        ({"is_accepted": True, "on": today() + timedelta(days=1)}, "on"),
        ({"is_accepted": True, "on": today() - timedelta(days=1)}, "on"),
        ({"is_accepted": False, "on": today()}, "note"),
    ):
        with pytest.raises(Invalid) as refused:
            await planning.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, **wrong))
        assert set(refused.value.fields) == {field}
    await planning.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=today()))
    file = await planning.file(plan_id)
    assert (file.state, file.number_in_force, len(file.checks)) == (PlanState.ACTIVE, 1, 4)
    assert file.next_check_on == file.checks[0].due_on
    with pytest.raises(NotShared):
        await planning.do(note_plan_answer, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=today()))


async def test_a_plan_that_is_refused_is_written_anew_and_what_was_refused_stays_readable(planning: Planning) -> None:
    plan_id = await planning.shared()
    no = NotePlanAnswer(plan_id=plan_id, is_accepted=False, on=today(), note="Non voglio la cooperativa")
    await planning.do(note_plan_answer, no)
    assert (await planning.file(plan_id)).state is PlanState.PREPARING
    assert await planning.do(revise_care_plan, ReviseCarePlan(plan_id=plan_id)) == 2
    with pytest.raises(VersionUnderWay):
        await planning.do(revise_care_plan, ReviseCarePlan(plan_id=plan_id))
    await planning.do(write_outline, WriteOutline(plan_id=plan_id, motivations="Nuove parole"))
    file = await planning.file(plan_id)
    assert [(one.number, one.state) for one in file.versions] == [(2, VersionState.DRAFT), (1, VersionState.REFUSED)]
    assert file.version(1).content.motivations == "Vive sola e cade spesso."
    assert file.version(1).answer_note == "Non voglio la cooperativa"


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
    for wrong, field in (
        ({"results": {goals[0]: GoalResult.REACHED}}, f"goal:{goals[1]}"),
        ({"code": "NON_ESISTE"}, "code"),
        ({"on": today() + timedelta(days=1)}, "on"),
    ):
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


async def test_the_person_accepts_on_the_portal_the_version_they_have_read(planning: Planning) -> None:
    rosa = planning.scene.citizens[ROSA]
    await planning.rules(is_answered_online=True)
    plan_id = await planning.shared(is_online=True)
    await planning.scene.follow()
    async with unit_of_work(rosa, read_only=True, bind=planning.scene.connection) as work:
        (row,) = await own_care_plans(work, rosa)
        read = await own_plan(work, rosa, row.id)
    yes = AnswerCarePlan(plan_id=plan_id, number=1, sha256=read.shown.sha256, is_accepted=True)
    with pytest.raises(NotShared):
        await planning.do(answer_care_plan, yes.model_copy(update={"sha256": "0" * 64}), rosa)
    with pytest.raises(Invalid):
        await planning.do(answer_care_plan, yes.model_copy(update={"is_accepted": False}), rosa)
    await planning.do(answer_care_plan, yes, rosa)
    await planning.scene.follow()
    file = await planning.file(plan_id)
    assert (file.state, file.shown.answered_on, len(file.checks)) == (PlanState.ACTIVE, today(), 4)
    assert (file.history[0].step, file.history[0].operator) == (PlanStep.ACCEPTED, "")
    assert "ha accettato il progetto" in await told(planning, planning.scene.worker)
    with pytest.raises(NotShared):
        await planning.do(answer_care_plan, yes, rosa)


async def test_a_parent_answers_for_a_child_and_nobody_else_sees_the_plan(planning: Planning) -> None:
    rosa, stranger = planning.scene.citizens[ROSA], planning.scene.citizens[DAVIDE]
    plan_id = await planning.shared(is_online=True)
    guardian = a_citizen(planning.scene.territory, stranger.person_id, acts_for=(rosa.person_id,))
    no = AnswerCarePlan(plan_id=plan_id, number=1, sha256="", is_accepted=False, note="No")
    with pytest.raises(AnswersOnPaper):  # the ente has not allowed it
        await planning.do(answer_care_plan, no, guardian)
    await planning.rules(is_answered_online=True)
    sealed = (await planning.file(plan_id)).shown.sha256
    with pytest.raises(NotFound):
        await planning.do(answer_care_plan, no, stranger)
    await planning.do(answer_care_plan, no.model_copy(update={"sha256": sealed}), guardian)
    assert (await planning.file(plan_id)).shown.state is VersionState.REFUSED


async def test_postgresql_alone_shows_the_person_what_was_shared_and_no_draft(planning: Planning) -> None:
    scene, rosa = planning.scene, planning.scene.citizens[ROSA]
    await planning.shared(is_online=True)
    await planning.shared()
    tables = ("care_plan", "care_plan_version", "care_plan_check", "care_plan_step")
    for actor, seen in (
        (scene.worker, (2, 2, 0, 6)),
        (rosa, (1, 1, 0, 0)),
        (scene.citizens[DAVIDE], (0, 0, 0, 0)),
        (scene.neighbour, (0, 0, 0, 0)),
        (SYSTEM, (2, 2, 0, 6)),
    ):
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            connection = await work.session.connection()
            found = [
                (await connection.execute(sa.text(f"SELECT count(*) FROM casework.{one}"))).scalar_one()
                for one in tables
            ]
        assert tuple(found) == seen, actor


async def test_a_plan_that_is_not_there_is_not_found(planning: Planning) -> None:
    with pytest.raises(NotFound):
        await planning.file(uuid4())


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
