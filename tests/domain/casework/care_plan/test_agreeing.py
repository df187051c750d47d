"""A plan is written, proposed, let go by a head, shared, and answered to."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.casework.actions.care_plan.agreeing.answer_care_plan import AnswerCarePlan, answer_care_plan
from domain.casework.actions.care_plan.agreeing.answer_plan_visa import AnswerPlanVisa, answer_plan_visa
from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.agreeing.take_back_care_plan import TakeBackCarePlan, take_back_care_plan
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.remove_piece import RemovePiece, remove_piece
from domain.casework.actions.care_plan.writing.revise_care_plan import ReviseCarePlan, revise_care_plan
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.queries.care_plan.own_care_plans import own_care_plans, own_plan
from domain.casework.refusals import (
    AnswersOnPaper,
    NotADraft,
    NotAPlanHead,
    NotShared,
    PlanLacks,
    VersionUnderWay,
    VisaLacks,
)
from domain.casework.terms.care_plans import Doer, Horizon, PlanState, PlanStep, VersionState
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.platform.work import unit_of_work
from tests.domain.casework.care_plan.conftest import Planning, today, told
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
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"starts_on": today(), "ends_on": today()}, "ends_on"),
        ({"starts_on": today(), "ends_on": today() + timedelta(days=5000)}, "ends_on"),
        ({"starts_on": today(), "ends_on": today() + timedelta(9), "day_2": today() + timedelta(10)}, "day_2"),
    )
    for wrong, field in cases:
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
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"is_accepted": True, "on": today() + timedelta(days=1)}, "on"),
        ({"is_accepted": True, "on": today() - timedelta(days=1)}, "on"),
        ({"is_accepted": False, "on": today()}, "note"),
    )
    for wrong, field in cases:
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
