"""A draft begun at the desk goes on at home, and one begun at home at the desk: only when the person asks."""

import pytest

from domain.correspondence.queries.letters_to import letters_to
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.assistance.submit_at_desk import SubmitAtDesk, submit_at_desk
from domain.intake.actions.drafts.share_draft import ShareDraft, share_draft
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.application_of import desk_application
from domain.intake.queries.drafts.home_sheet import home_sheet
from domain.intake.queries.own_applications import own_application, own_applications
from domain.intake.refusals import OnPaper
from domain.intake.terms import Channel, Recognition
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.assistance.desk import a_desk_draft, answered_at_desk
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft, a_filled_draft
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE


@pytest.fixture
async def operator(scene: Scene) -> Operator:
    """Somebody at the desk of Rosa's comune."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,))


async def _listed(scene: Scene, citizen: Citizen) -> list[str]:
    async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
        return [str(one.id) for one in await own_applications(work, citizen)]


async def test_what_the_desk_hands_over_is_finished_at_home_and_comes_in_from_there(
    scene: Scene, operator: Operator
) -> None:
    async with unit_of_work(operator, bind=scene.connection) as work:
        draft_id = await a_desk_draft(work, operator, scene.rosa.person_id)
        await answered_at_desk(work, operator, draft_id)
        assert await home_sheet(work, operator, draft_id, "it") is None
    assert await _listed(scene, scene.rosa) == []
    async with unit_of_work(operator, bind=scene.connection) as work:
        await share_draft(work, operator, ShareDraft(application_id=draft_id))
        sheet = await home_sheet(work, operator, draft_id, "it")
        assert sheet is not None
        assert str(draft_id) not in sheet.address, "the sheet opens nothing"
    assert await _listed(scene, scene.rosa) == [str(draft_id)]
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    assert await _listed(scene, davide) == []
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        assert (await a_draft(work, scene.rosa)).id == draft_id, "beginning it again goes on with the one there is"
        sent = await submit_application(work, scene.rosa, SubmitApplication(application_id=draft_id))
    assert (sent.channel, sent.entered_by_id) == (Channel.ONLINE, None)


async def test_what_is_copied_from_paper_does_not_go_home(scene: Scene, operator: Operator) -> None:
    async with unit_of_work(operator, bind=scene.connection) as work:
        facts = {"channel": Channel.PAPER, "way": Recognition.COPY, "paper_on": work.today}
        draft_id = await a_desk_draft(work, operator, scene.rosa.person_id, **facts)
    with pytest.raises(OnPaper):
        async with unit_of_work(operator, bind=scene.connection) as work:
            await share_draft(work, operator, ShareDraft(application_id=draft_id))


async def test_a_draft_from_home_is_opened_at_the_desk_and_the_person_hears_of_it(
    scene: Scene, operator: Operator
) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_draft(work, scene.rosa)
    with pytest.raises(NotFound):
        async with unit_of_work(operator, bind=scene.connection) as work:
            await desk_application(work, operator, draft.id)
    for _twice in range(2):
        async with unit_of_work(operator, bind=scene.connection) as work:
            assert await a_desk_draft(work, operator, scene.rosa.person_id, is_from_home=True) == draft.id
            assert any(one.subject_id == draft.id for one in work.readings)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        assert [one.subject for one in await letters_to(work, scene.rosa)] == ["La tua bozza è aperta allo sportello"]
        values: dict[str, str | list[str]] = {"street": "Via Nuova 1"}
        await answer_step(work, scene.rosa, AnswerStep(application_id=draft.id, step_key="who", values=values))
    async with unit_of_work(operator, bind=scene.connection) as work:
        assert (await desk_application(work, operator, draft.id)).answers["street"] == "Via Nuova 1"
        await answered_at_desk(work, operator, draft.id)
        sent = await submit_at_desk(work, operator, SubmitAtDesk(application_id=draft.id, is_read_aloud=True))
    assert (sent.channel, sent.entered_by_id) == (Channel.DESK, operator.operator_id)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        assert (await own_application(work, scene.rosa, draft.id)).submitted_at is not None


async def test_where_nothing_was_begun_at_home_the_desk_says_so(scene: Scene, operator: Operator) -> None:
    with pytest.raises(Invalid) as refused:
        async with unit_of_work(operator, bind=scene.connection) as work:
            await a_desk_draft(work, operator, scene.rosa.person_id, is_from_home=True)
    assert set(refused.value.fields) == {"is_from_home"}
