"""The case follows its application through the procedure: a moved day, an answer, a review of the answer."""

from uuid import UUID

import pytest

from domain.casework.queries.case_file import CaseFile, case_file
from domain.casework.queries.worklist import worklist
from domain.casework.terms import DiaryKind, Urgency
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.extend_term import ExtendTerm, extend_term
from domain.procedure.queries.proceeding_of import proceeding_of
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from tests.domain.casework.conftest import Scene
from tests.support.given import SYSTEM, an_operator
from tests.support.personas import ROSA
from tests.support.proceedings import fires

TO_THE_ANSWER = ("start_check", "start_examination", "first_grant")


@pytest.fixture
async def head(scene: Scene) -> Operator:
    """The head of the office, who decides by the procedures with which enti start."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await publish_starting_procedures(work, SYSTEM, scene.territory.ambito_id)
        return await an_operator(work, scene.territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")


async def file_of(scene: Scene, application_id: UUID) -> CaseFile:
    case_id = await scene.case_of(application_id)
    async with unit_of_work(scene.worker, bind=scene.connection) as work:
        return await case_file(work, scene.worker, case_id)


async def waiting(scene: Scene) -> list[str]:
    async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
        return [row.full_name for row in (await worklist(work, scene.worker)).items]


async def test_an_application_with_its_answer_waits_on_nobodys_desk(scene: Scene, head: Operator) -> None:
    application_id = await scene.applies()
    assert await waiting(scene) == [ROSA.full_name]
    await fires(scene.connection, scene.follow, head, application_id, *TO_THE_ANSWER)
    assert await waiting(scene) == []
    found = await file_of(scene, application_id)
    assert [entry.kind for entry in found.diary.items].count(DiaryKind.APPLICATION_DECIDED) == 1
    assert found.applications[0].days_left is None
    assert found.applications[0].mark.level is Urgency.NONE


async def test_an_answer_looked_at_again_is_on_the_desk_again(scene: Scene, head: Operator) -> None:
    application_id = await scene.applies()
    await fires(scene.connection, scene.follow, head, application_id, *TO_THE_ANSWER, "notify_granted")
    rosa = scene.citizens[ROSA]
    await fires(scene.connection, scene.follow, rosa, application_id, "ask_review", why="Il conto è sbagliato.")
    assert await waiting(scene) == [ROSA.full_name]
    assert (await file_of(scene, application_id)).applications[0].days_left is not None


async def test_the_desk_counts_to_the_day_of_the_proceeding(scene: Scene, head: Operator) -> None:
    application_id = await scene.applies()
    before = (await file_of(scene, application_id)).applications[0].due_on
    async with unit_of_work(head, bind=scene.connection) as work:
        found = await proceeding_of(work, head, application_id)
        longer = ExtendTerm(proceeding_id=found.id, days=30, ground="Art. 2 comma 4: serve una perizia.")
        await extend_term(work, head, longer)
    await scene.follow()
    async with unit_of_work(head, read_only=True, bind=scene.connection) as work:
        reckoned = (await proceeding_of(work, head, application_id)).deadline.due_on
    assert before < (await file_of(scene, application_id)).applications[0].due_on == reckoned
