"""An application goes through the procedure of its service: its last day, its answer, giving it up, a review."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.intake.actions.take_up_application import take_up_application
from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.intake.queries.application_progress import Progress, application_progress
from domain.intake.refusals import NotUnderWay
from domain.intake.rules.progress import StageState
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.extend_term import ExtendTerm, extend_term
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, an_operator
from tests.support.proceedings import Follow, fires


@pytest.fixture
async def procedures(scene: Scene) -> None:
    """The ambito has published the procedures with which enti start."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await publish_starting_procedures(work, SYSTEM, scene.territory.ambito_id)


async def sent(scene: Scene, follow: Follow) -> UUID:
    """Rosa's application, and what follows from it."""
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        application_id = (await a_submitted_application(work, scene.rosa)).id
    await follow()
    return application_id


async def a_head(scene: Scene) -> Operator:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, scene.territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")


async def progress(scene: Scene, application_id: UUID) -> Progress:
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        return await application_progress(work, scene.rosa, application_id)


async def proceeding(scene: Scene, application_id: UUID) -> ProceedingSheet:
    found = (await progress(scene, application_id)).proceeding
    assert found
    return found


@pytest.mark.usefixtures("procedures")
async def test_a_sent_application_has_a_state_in_words_and_a_day_that_explains_itself(
    scene: Scene, everything_that_follows: Follow
) -> None:
    application_id = await sent(scene, everything_that_follows)
    told = await progress(scene, application_id)
    assert told.proceeding
    assert "Presto una persona la guarda" in told.proceeding.told.in_("it")
    assert told.due_on == told.proceeding.deadline.due_on
    assert len(told.proceeding.deadline.steps) >= 2
    assert told.proceeding.history[-1].state.in_("it") == "Ricevuta"


async def test_without_a_published_procedure_the_application_keeps_its_own_term(
    scene: Scene, everything_that_follows: Follow
) -> None:
    told = await progress(scene, await sent(scene, everything_that_follows))
    assert told.proceeding is None
    assert told.due_on


@pytest.mark.usefixtures("procedures")
async def test_who_takes_it_up_answers_for_it_and_begins_the_check(
    scene: Scene, everything_that_follows: Follow
) -> None:
    application_id = await sent(scene, everything_that_follows)
    head = await a_head(scene)
    async with unit_of_work(head, bind=scene.connection) as work:
        await take_up_application(work, head, application_id)
    found = await proceeding(scene, application_id)
    assert found.responsible == "Carla Capo"
    assert found.state.key == "formal_check"


@pytest.mark.usefixtures("procedures")
async def test_a_granted_application_is_decided_and_tells_so(scene: Scene, everything_that_follows: Follow) -> None:
    application_id = await sent(scene, everything_that_follows)
    head = await a_head(scene)
    ways = ("start_check", "start_examination", "first_grant")
    await fires(scene.connection, everything_that_follows, head, application_id, *ways)
    told = await progress(scene, application_id)
    assert (told.status, told.outcome) == (ApplicationStatus.DECIDED, Outcome.GRANTED)
    assert told.days_left is None, "nobody waits for an answer that is there"
    assert told.stages[-1].title.msgid == "La risposta è sì"
    assert {stage.state for stage in told.stages} == {StageState.DONE}
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        told_of = sa.text("SELECT count(*) FROM platform.event WHERE kind LIKE '%ApplicationDecided'")
        assert (await (await work.session.connection()).execute(told_of)).scalar_one() == 1


@pytest.mark.usefixtures("procedures")
async def test_a_decision_looked_at_again_is_open_until_it_is_answered(
    scene: Scene, everything_that_follows: Follow
) -> None:
    application_id = await sent(scene, everything_that_follows)
    head = await a_head(scene)
    ways = ("start_check", "start_examination", "first_grant", "notify_granted")
    await fires(scene.connection, everything_that_follows, head, application_id, *ways)
    await fires(
        scene.connection, everything_that_follows, scene.rosa, application_id, "ask_review", why="Il conto è sbagliato."
    )
    told = await progress(scene, application_id)
    assert (told.status, told.outcome) == (ApplicationStatus.IN_CHARGE, None)
    assert told.days_left is not None
    assert told.proceeding
    assert "riesame" in told.proceeding.state.name.in_("it").lower()


@pytest.mark.usefixtures("procedures")
async def test_giving_up_ends_the_proceeding_too(scene: Scene, everything_that_follows: Follow) -> None:
    application_id = await sent(scene, everything_that_follows)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await withdraw_application(work, scene.rosa, WithdrawApplication(application_id=application_id))
    await everything_that_follows()
    assert (await progress(scene, application_id)).status is ApplicationStatus.WITHDRAWN
    assert (await proceeding(scene, application_id)).state.key == "withdrawn"


@pytest.mark.usefixtures("procedures")
async def test_nobody_gives_up_what_was_decided(scene: Scene, everything_that_follows: Follow) -> None:
    application_id = await sent(scene, everything_that_follows)
    head = await a_head(scene)
    ways = ("start_check", "start_examination", "first_grant")
    await fires(scene.connection, everything_that_follows, head, application_id, *ways)
    with pytest.raises(NotUnderWay):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await withdraw_application(work, scene.rosa, WithdrawApplication(application_id=application_id))


@pytest.mark.usefixtures("procedures")
async def test_a_longer_term_is_the_applications_too(scene: Scene, everything_that_follows: Follow) -> None:
    application_id = await sent(scene, everything_that_follows)
    before = await progress(scene, application_id)
    head, found = await a_head(scene), await proceeding(scene, application_id)
    async with unit_of_work(head, bind=scene.connection) as work:
        longer = ExtendTerm(proceeding_id=found.id, days=30, ground="Art. 2 comma 4: serve una perizia.")
        await extend_term(work, head, longer)
    await everything_that_follows()
    after = await progress(scene, application_id)
    assert before.due_on
    assert after.due_on
    assert after.proceeding
    assert before.due_on < after.due_on == after.proceeding.deadline.due_on
