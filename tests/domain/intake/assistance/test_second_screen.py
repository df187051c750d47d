"""The second screen: its link opens once and soon dies, it shows one step, and nothing else of the person."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.assistance.close_screen import close_screen
from domain.intake.actions.assistance.confirm_step import ConfirmStep, confirm_step
from domain.intake.actions.assistance.open_screen import open_screen
from domain.intake.actions.assistance.submit_at_desk import SubmitAtDesk, submit_at_desk
from domain.intake.actions.assistance.turn_screen import turn_screen
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.assistance.desk_screen import DeskScreen, desk_screen
from domain.intake.queries.assistance.screen_view import REVIEW, ScreenView, screen_view
from domain.intake.refusals import AnswersChanged, ScreenOver
from domain.kernel.actor import Companion
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from tests.domain.intake.assistance.desk import Desk, answered_at_desk
from tests.domain.intake.conftest import Scene
from tests.domain.intake.test_attachments import a_photo
from tests.support.applications import ANSWERS, a_submitted_application
from tests.support.given import SYSTEM


async def _answered(desk: Desk, *steps: str) -> None:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await answered_at_desk(work, desk.operator, desk.application_id, *steps)


async def _view(desk: Desk, companion: Companion, language: str = "ar") -> ScreenView:
    async with unit_of_work(companion, read_only=True, bind=desk.connection) as work:
        return await screen_view(work, companion, language)


async def _said(desk: Desk, companion: Companion, view: ScreenView, **facts: Any) -> None:
    command = ConfirmStep(
        **{"step_key": view.step_key, "version": view.version, "is_agreed": True, "language": "ar"} | facts
    )
    async with unit_of_work(companion, bind=desk.connection) as work:
        await confirm_step(work, companion, command)


async def _desk_screen(desk: Desk) -> DeskScreen:
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        return await desk_screen(work, desk.operator, desk.application_id)


async def test_the_person_reads_the_step_in_their_language_and_the_operator_sees_what_they_say(desk: Desk) -> None:
    await _answered(desk, "who", "home")
    companion = await desk.companion("home")
    view = await _view(desk, companion)
    assert view.step_key == "home"
    assert any("\u0600" <= sign <= "\u06ff" for sign in view.steps[0].title)
    await _said(desk, companion, view)
    said = (await _desk_screen(desk)).said["home"]
    assert (said.counts, said.is_aloud, said.language) == (True, False, "ar")


async def test_a_confirmation_no_longer_counts_once_an_answer_has_changed(desk: Desk) -> None:
    await _answered(desk, "home")
    companion = await desk.companion("home")
    view = await _view(desk, companion)
    await _said(desk, companion, view)
    values = ANSWERS["home"] | {"has_carer": "yes"}
    command = AnswerStep(application_id=desk.application_id, step_key="home", values=values)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await answer_step(work, desk.operator, command)
    said = (await _desk_screen(desk)).said["home"]
    assert (said.is_agreed, said.is_current) == (True, False)
    with pytest.raises(AnswersChanged):
        await _said(desk, companion, view)


async def test_another_step_saved_leaves_the_confirmation_of_this_one(desk: Desk) -> None:
    await _answered(desk, "home")
    companion = await desk.companion("home")
    await _said(desk, companion, await _view(desk, companion))
    await _answered(desk, "needs")
    assert (await _desk_screen(desk)).said["home"].counts


async def test_no_is_kept_too(desk: Desk) -> None:
    await _answered(desk, "home")
    companion = await desk.companion("home")
    await _said(desk, companion, await _view(desk, companion), is_agreed=False, declarations=["privacy_read"])
    screen = await _desk_screen(desk)
    assert not screen.said["home"].is_agreed
    assert "privacy_read" not in screen.said, "sentences count only where the rest is right"


async def test_declarations_confirmed_on_the_screen_are_kept_in_its_language_and_let_the_application_leave(
    desk: Desk,
) -> None:
    await _answered(desk)
    companion = await desk.companion(REVIEW)
    view = await _view(desk, companion)
    assert view.is_review
    assert len(view.steps) > 4
    await _said(desk, companion, view, declarations=[one.key for one in view.declarations])
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await submit_at_desk(work, desk.operator, SubmitAtDesk(application_id=desk.application_id))
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        sheet = await application_sheet(work, desk.operator, desk.application_id)
    assert {one.language for one in sheet.confirmations} == {"ar"}
    sentences = [text for one in sheet.confirmations if len(one.shown) == 1 for _label, text in one.shown]
    assert {declaration.text for declaration in view.declarations} <= set(sentences)


async def test_the_link_opens_once(desk: Desk) -> None:
    token = await desk.shows("who")
    first = await desk.opened(token)
    with pytest.raises(ScreenOver):
        await desk.opened(token)
    assert await desk.follows(first) is not None
    assert await desk.follows(token) is None, "the link is not the cookie"
    assert await desk.shows("home") == "", "there is no link any more: the screen that is open goes on"
    assert (await _view(desk, await _following(desk, first))).step_key == "home"


async def _following(desk: Desk, browser_token: str) -> Companion:
    found = await desk.follows(browser_token)
    assert found is not None
    return found


@pytest.mark.parametrize("minutes", [30, 31, 600])
async def test_a_link_that_nobody_opens_dies_after_half_an_hour(desk: Desk, minutes: int) -> None:
    token = await desk.shows("who")
    with pytest.raises(ScreenOver):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            work.now += timedelta(minutes=minutes)
            await open_screen(work, SYSTEM, token)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        work.now += timedelta(minutes=29)
        assert await open_screen(work, SYSTEM, token)


async def test_a_screen_that_is_followed_lives_while_the_operator_works(desk: Desk) -> None:
    companion = await desk.companion("who")
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        work.now += timedelta(minutes=20)
        await turn_screen(work, desk.operator, desk.application_id, "home")
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        for minutes, is_live in ((45, True), (50, False)):
            work.now += timedelta(minutes=minutes)
            assert (await desk_screen(work, desk.operator, desk.application_id)).is_live is is_live
            work.now -= timedelta(minutes=minutes)
    assert (await _view(desk, companion)).step_key == "home"


async def test_it_ends_when_the_operator_closes_it_and_a_new_link_is_another(desk: Desk) -> None:
    token = await desk.shows("who")
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await close_screen(work, desk.operator, desk.application_id)
    with pytest.raises(ScreenOver):
        await desk.opened(token)
    second = await desk.shows("who")
    assert second not in ("", token)
    browser = await desk.opened(second)
    companion = await _following(desk, browser)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await close_screen(work, desk.operator, desk.application_id)
    assert await desk.follows(browser) is None
    with pytest.raises(NotFound):
        await _view(desk, companion)


async def test_it_ends_when_the_application_is_sent(desk: Desk) -> None:
    await _answered(desk)
    browser = await desk.opened(await desk.shows(REVIEW))
    companion = await _following(desk, browser)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await submit_at_desk(work, desk.operator, SubmitAtDesk(application_id=desk.application_id, is_read_aloud=True))
    assert await desk.follows(browser) is None
    with pytest.raises(NotFound):
        await _view(desk, companion)


async def test_neither_link_nor_cookie_stands_in_the_database(desk: Desk) -> None:
    token = await desk.shows("who")
    browser = await desk.opened(token)
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        asked = sa.text("SELECT row_to_json(screen)::text FROM intake.second_screen screen")
        kept = "".join((await (await work.session.connection()).execute(asked)).scalars())
    assert token not in kept
    assert browser not in kept
    assert len(token) >= 32


async def test_a_photograph_goes_straight_into_the_application(desk: Desk) -> None:
    companion = await desk.companion("papers")
    async with unit_of_work(companion, bind=desk.connection) as work:
        await attach_document(
            work,
            companion,
            AttachDocument(
                application_id=desk.application_id, field="identity", content=a_photo(), file_name="permesso.jpg"
            ),
        )
    [paper] = [one for one in (await _view(desk, companion)).papers if one.key == "identity"]
    assert len(paper.files) == 1
    assert [row.file_name for row in (await _desk_screen(desk)).files["identity"]] == list(paper.files)


@pytest.fixture
async def more_than_one(scene: Scene, desk: Desk) -> Desk:
    """Rosa has sent an application of her own, with all that follows."""
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_submitted_application(work, scene.rosa)
    return desk


SEEN = {
    "intake.application": 1,
    "intake.attachment": 0,
    "intake.second_screen": 1,
    "intake.confirmation": 0,
    "intake.recognised": 0,
    "intake.contact_request": 0,
    "documents.document": 0,
    "documents.protocollo": 0,
    "registry.person": 0,
    "registry.fact": 0,
    "registry.isee": 0,
    "registry.guardianship": 0,
    "access.account": 0,
    "access.session": 0,
    "platform.reading": 0,
    "platform.event": 0,
    'casework."case"': 0,
}


@pytest.mark.parametrize("table", SEEN)
async def test_the_database_shows_a_screen_its_application_and_nothing_else(more_than_one: Desk, table: str) -> None:
    companion = await more_than_one.companion("who")
    async with unit_of_work(companion, read_only=True, bind=more_than_one.connection) as work:
        found = await (await work.session.connection()).execute(sa.text(f"SELECT count(*) FROM {table}"))
        assert found.scalar_one() == SEEN[table]


CHANGES = [
    "UPDATE intake.application SET answers = '{}'",
    "DELETE FROM intake.application",
    "UPDATE intake.second_screen SET expires_at = now() + interval '1 year'",
    "UPDATE documents.document SET title = ''",
    "DELETE FROM intake.attachment",
    "UPDATE intake.attachment SET field = 'identity'",
]


@pytest.mark.parametrize("statement", CHANGES)
async def test_a_screen_changes_nothing(desk: Desk, statement: str) -> None:
    companion = await desk.companion("papers")
    async with unit_of_work(companion, bind=desk.connection) as work:
        command = AttachDocument(
            application_id=desk.application_id, field="identity", content=a_photo(), file_name="permesso.jpg"
        )
        await attach_document(work, companion, command)
    async with unit_of_work(companion, bind=desk.connection) as work:
        assert (await (await work.session.connection()).execute(sa.text(statement))).rowcount == 0


@pytest.mark.parametrize("table", ["intake.confirmation", "intake.recognised"])
async def test_what_was_confirmed_and_how_somebody_was_known_is_never_changed(desk: Desk, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            await (await work.session.connection()).execute(sa.text(f"UPDATE {table} SET created_at = now()"))


@pytest.mark.parametrize("table", ["intake.confirmation", "intake.recognised"])
async def test_it_goes_only_with_its_draft_and_by_the_program(desk: Desk, table: str) -> None:
    removal = sa.text(f"DELETE FROM {table}")
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert (await (await work.session.connection()).execute(removal)).rowcount == 0
    sent = sa.text("UPDATE intake.application SET status = 'submitted', submitted_at = now()")
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        connection = await work.session.connection()
        await connection.execute(sent)
        assert (await connection.execute(removal)).rowcount == 0


async def test_the_opening_is_noted_for_the_person(desk: Desk) -> None:
    await desk.companion("who")
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        asked = sa.text("SELECT subject_id FROM platform.reading WHERE purpose = 'second_screen' AND is_granted")
        assert list((await (await work.session.connection()).execute(asked)).scalars()) == [desk.application_id]
