"""Sending an application: number, receipt and letter follow, once, whatever is delivered twice."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.correspondence.queries.letters_to import letters_to
from domain.correspondence.terms import LetterStatus
from domain.documents.queries.document_file import own_document_file
from domain.documents.terms import DocumentKind
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.intake.jobs import draw_up_receipt
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import AlreadySubmitted, ApplicationIncomplete, NotUnderWay
from domain.intake.rules.progress import StageState
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform import reactions
from domain.platform.work import UnitOfWork, unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft, a_filled_draft, a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import DAVIDE, YOUSSEF

Follow = Callable[[], Awaitable[int]]


async def _count(scene: Scene, table: str) -> int:
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        found = await (await work.session.connection()).execute(sa.text(f"SELECT count(*) FROM {table}"))
        return found.scalar_one()


async def test_an_incomplete_application_names_the_steps_to_mend(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        with pytest.raises(ApplicationIncomplete) as refused:
            await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))
    assert refused.value.steps == ("who", "home", "isee", "autonomy", "needs", "papers", "declarations")


async def test_a_sent_application_is_clean_and_has_an_office_and_a_term(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
        assert sent.due_on == work.today + timedelta(days=30)
    assert sent.status is ApplicationStatus.SUBMITTED
    assert sent.office_id == scene.territory.office_id
    assert sent.answers["phone"] == "3331234567"
    assert sent.answers["isee_amount"] == "8400.50"
    assert "email" not in sent.answers


async def test_a_second_click_is_refused(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    for attempt in (
        lambda work: submit_application(work, scene.rosa, SubmitApplication(application_id=sent.id)),
        lambda work: answer_step(work, scene.rosa, AnswerStep(application_id=sent.id, step_key="isee", values={})),
    ):
        with pytest.raises(AlreadySubmitted):
            async with unit_of_work(scene.rosa, bind=scene.connection) as work:
                await attempt(work)


async def test_number_receipt_and_letter_follow_once(scene: Scene, everything_that_follows: Follow) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    await everything_that_follows()
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        progress = await application_progress(work, scene.rosa, sent.id)
        [letter] = await letters_to(work, scene.rosa)
        assert progress.receipt_id is not None
        receipt, content = await own_document_file(work, scene.rosa, progress.receipt_id)
        assert (receipt.kind, receipt.size) == (DocumentKind.RECEIPT, len(content))
        assert receipt.file_name.startswith("ricevuta-")
    assert progress.protocollo
    assert progress.protocollo.endswith("/0000001")
    assert [stage.state for stage in progress.stages] == [
        StageState.DONE,
        StageState.DONE,
        StageState.NOW,
        StageState.NEXT,
        StageState.NEXT,
    ]
    assert progress.days_left == 30
    assert content.startswith(b"%PDF")
    assert letter.document_id not in (None, progress.receipt_id)  # what travels is the short one, without the answers
    assert letter.status is LetterStatus.UNDELIVERABLE  # Rosa has no e-mail: the letter waits in her personal area


async def test_what_is_delivered_twice_happens_once(scene: Scene, everything_that_follows: Follow) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    await everything_that_follows()
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        events: list[UUID] = list(
            (
                await (await work.session.connection()).execute(
                    sa.text("SELECT id FROM platform.event WHERE kind LIKE 'domain.intake.%'")
                )
            ).scalars()
        )
    for event_id in events:
        await reactions.publish(str(event_id), bind=scene.connection)
    await draw_up_receipt(str(sent.id), bind=scene.connection)
    await everything_that_follows()
    assert await _count(scene, "documents.protocollo") == 1
    assert await _count(scene, "documents.document") == 2  # the receipt, and the short one that travels
    assert await _count(scene, "correspondence.letter") == 1
    done = "platform.reaction_done WHERE reaction = 'domain.intake.reactions.register_protocollo'"
    assert await _count(scene, done) == 1, "messages that wait bear this name, whatever file it stands in"


async def test_a_guardian_elsewhere_gets_receipt_and_letter_in_their_language(
    scene: Scene, everything_that_follows: Follow
) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        ward = await a_person(work, scene.territory, YOUSSEF)
        guardian_id = await a_person(work, scene.territory, DAVIDE, ente_id=scene.territory.neighbour_id, language="ar")
    guardian = a_citizen(scene.territory, guardian_id, acts_for=(ward,))
    async with unit_of_work(guardian, bind=scene.connection) as work:
        draft = await _ready_for(work, guardian, ward)
        await submit_application(work, guardian, SubmitApplication(application_id=draft))
    await everything_that_follows()
    async with unit_of_work(guardian, read_only=True, bind=scene.connection) as work:
        progress = await application_progress(work, guardian, draft)
        [letter] = await letters_to(work, guardian)
    assert progress.protocollo
    assert progress.receipt_id is not None
    assert letter.language == "ar"


async def test_who_acts_no_longer_for_a_person_cannot_send(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        ward = await a_person(work, scene.territory, YOUSSEF)
        guardian_id = await a_person(work, scene.territory, DAVIDE)
    guardian = a_citizen(scene.territory, guardian_id, acts_for=(ward,))
    async with unit_of_work(guardian, bind=scene.connection) as work:
        draft = await _ready_for(work, guardian, ward)
    former = a_citizen(scene.territory, guardian_id)
    with pytest.raises(NotFound):
        async with unit_of_work(former, bind=scene.connection) as work:
            await submit_application(work, former, SubmitApplication(application_id=draft))


async def test_an_application_can_be_given_up_once(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
        await withdraw_application(work, scene.rosa, WithdrawApplication(application_id=sent.id))
        progress = await application_progress(work, scene.rosa, sent.id)
        assert [stage.key for stage in progress.stages] == ["sent", "withdrawn"]
        with pytest.raises(NotUnderWay):
            await withdraw_application(work, scene.rosa, WithdrawApplication(application_id=sent.id))


async def test_a_draft_is_not_given_up_but_left(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        with pytest.raises(NotUnderWay):
            await withdraw_application(work, scene.rosa, WithdrawApplication(application_id=draft.id))
        assert (await own_application(work, scene.rosa, draft.id)).is_draft


async def _ready_for(work: UnitOfWork, guardian: Citizen, ward: UUID) -> UUID:
    who = {
        "for_whom": "other",
        "relation": "guardian",
        "other_name": YOUSSEF.full_name,
        "other_codice_fiscale": YOUSSEF.codice_fiscale,
        "other_born_on.day": "14",
        "other_born_on.month": "settembre",
        "other_born_on.year": "2010",
        "street": "Via Lunga 1",
        "city": "Borgo Sereno",
        "phone": "+39 333 1234567",
    }
    return (await a_filled_draft(work, guardian, for_person_id=ward, who=who)).id
