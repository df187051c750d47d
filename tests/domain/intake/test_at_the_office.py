"""What operators see of applications: what was sent, in reach, with the role; every reading noted."""

import pytest
import sqlalchemy as sa

from domain.intake.actions.take_up_application import take_up_application
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.applications_to_check import applications_by_id, applications_to_check
from domain.intake.refusals import NotUnderWay
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft, a_submitted_application
from tests.support.given import SYSTEM, an_operator
from tests.support.personas import ROSA
from tests.support.questions import Questions


async def _operator(scene: Scene, *roles: Role, elsewhere: bool = False) -> Operator:
    office_id = scene.territory.neighbour_office_id if elsewhere else scene.territory.office_id
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, office_id, roles or (Role.SOCIAL_WORKER,))


async def test_the_desk_sees_what_was_sent_with_its_clock(scene: Scene, questions: Questions) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    operator = await _operator(scene)
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        with questions(at_most=4):
            [row] = await applications_to_check(work, operator)
        assert (row.id, row.beneficiary_name, row.days_left) == (sent.id, ROSA.full_name, 30)
        assert list(await applications_by_id(work, operator, [sent.id])) == [sent.id]


async def test_drafts_are_invisible_to_operators(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
    operator = await _operator(scene)
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        assert await applications_to_check(work, operator) == []
        with pytest.raises(NotFound):
            await application_sheet(work, operator, draft.id)


async def test_the_sheet_says_everything_in_words_and_the_reading_is_noted(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    operator = await _operator(scene)
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        sheet = await application_sheet(work, operator, sent.id)
    said = {row.key: row.value for step in sheet.steps for row in step.answers}
    assert said["washing"] == "Sì, ma con un aiuto"
    assert said["isee_amount"] == "8.400,50\xa0€"
    assert said["identity"] == "Lo mando dopo"
    assert sheet.beneficiary_name == sheet.applicant_name == ROSA.full_name
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        noted = sa.text("SELECT person_id FROM platform.reading WHERE operator_id = :who AND is_granted")
        found = await (await work.session.connection()).execute(noted, {"who": operator.operator_id})
        assert found.scalars().all() == [scene.rosa.person_id]


async def test_roles_and_enti_are_boundaries(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    accountant, neighbour = await _operator(scene, Role.ACCOUNTANT), await _operator(scene, elsewhere=True)
    async with unit_of_work(accountant, read_only=True, bind=scene.connection) as work:
        for question in (applications_to_check(work, accountant), application_sheet(work, accountant, sent.id)):
            with pytest.raises(NotAllowed):
                await question
    with pytest.raises(NotFound):
        async with unit_of_work(neighbour, read_only=True, bind=scene.connection) as work:
            await application_sheet(work, neighbour, sent.id)
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        noted = sa.text("SELECT is_granted FROM platform.reading WHERE operator_id = :who")
        found = await (await work.session.connection()).execute(noted, {"who": neighbour.operator_id})
        assert found.scalars().all() == [False]


async def test_an_application_is_taken_up_once(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    operator = await _operator(scene)
    async with unit_of_work(operator, bind=scene.connection) as work:
        taken = await take_up_application(work, operator, sent.id)
        assert taken.status is ApplicationStatus.IN_CHARGE
        with pytest.raises(NotUnderWay):
            await take_up_application(work, operator, sent.id)


async def test_a_protected_persons_application_is_hidden(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await (await work.session.connection()).execute(
            sa.text("UPDATE registry.person SET is_protected = true WHERE id = :id"), {"id": scene.rosa.person_id}
        )
    operator = await _operator(scene)
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        assert await applications_to_check(work, operator) == []
        with pytest.raises(NotFound):
            await application_sheet(work, operator, sent.id)
