"""An operator applies with a person: recognised, filled in, read aloud, sent, and told to both."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.intake.actions.assistance.submit_at_desk import SubmitAtDesk, submit_at_desk
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.assistance.desk_drafts import desk_drafts
from domain.intake.queries.own_applications import own_applications
from domain.intake.queries.receipt_facts import receipt_facts
from domain.intake.refusals import AlreadySubmitted, ApplicationIncomplete, NotReadAloud, NotYourPerson
from domain.intake.rules.receipt import receipt
from domain.intake.terms import ApplicationStatus, Channel, Recognition
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.language import say
from domain.platform.work import unit_of_work
from tests.domain.intake.assistance.desk import Desk, a_desk_draft, answered_at_desk
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft
from tests.support.given import SYSTEM, a_citizen, an_operator


async def _sent(desk: Desk) -> None:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await answered_at_desk(work, desk.operator, desk.application_id)
        command = SubmitAtDesk(application_id=desk.application_id, is_read_aloud=True)
        await submit_at_desk(work, desk.operator, command)


async def _person_of(desk: Desk) -> Any:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        asked = sa.text("SELECT beneficiary_id FROM intake.application WHERE id = :id")
        return (await (await work.session.connection()).execute(asked, {"id": desk.application_id})).scalar_one()


async def test_the_citizen_and_the_office_read_who_has_entered_it_and_for_whom(desk: Desk, scene: Scene) -> None:
    await _sent(desk)
    fatima = a_citizen(scene.territory, await _person_of(desk))
    async with unit_of_work(fatima, read_only=True, bind=desk.connection) as work:
        progress = await application_progress(work, fatima, desk.application_id)
    assert progress.entered is not None
    words = "Inserita da operatore (Anna Sportello) per conto di Fatima El Amrani"
    assert say(progress.entered, "it") == words
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        sheet = await application_sheet(work, desk.operator, desk.application_id)
    assert sheet.how_entered is not None
    assert say(sheet.how_entered, "it") == words
    assert sheet.entered is not None
    assert [(one.way, one.document_number) for one in sheet.entered.recognised] == [(Recognition.DOCUMENT, "I1234567")]
    read = [text for one in sheet.confirmations for _label, text in one.shown]
    assert len(read) == 3, "every declaration is kept with its very sentence"
    assert all(one.is_aloud and one.is_agreed for one in sheet.confirmations)


async def test_the_receipt_says_it_too_in_the_language_of_the_person(desk: Desk, everything_that_follows: Any) -> None:
    await _sent(desk)
    await everything_that_follows()
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        undone = sa.text("UPDATE intake.application SET receipt_id = NULL WHERE id = :id")
        await (await work.session.connection()).execute(undone, {"id": desk.application_id})
        facts = await receipt_facts(work, SYSTEM, desk.application_id)
    assert facts is not None
    assert facts.language == "ar"
    assert "Anna Sportello" in str(receipt(facts).blocks)


async def test_nothing_leaves_before_the_person_has_confirmed_the_declarations(desk: Desk) -> None:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await answered_at_desk(work, desk.operator, desk.application_id)
    for send in (
        lambda work: submit_at_desk(work, desk.operator, SubmitAtDesk(application_id=desk.application_id)),
        lambda work: submit_application(work, desk.operator, SubmitApplication(application_id=desk.application_id)),
    ):
        with pytest.raises(NotReadAloud):
            async with unit_of_work(desk.operator, bind=desk.connection) as work:
                await send(work)


async def test_what_is_missing_keeps_it_at_the_desk_and_sending_twice_is_refused(desk: Desk) -> None:
    command = SubmitAtDesk(application_id=desk.application_id, is_read_aloud=True)
    with pytest.raises(ApplicationIncomplete):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await submit_at_desk(work, desk.operator, command)
    await _sent(desk)
    with pytest.raises(AlreadySubmitted):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await submit_at_desk(work, desk.operator, command)


async def test_colleagues_of_the_ente_go_on_with_a_draft_of_the_desk_and_others_do_not(
    desk: Desk, scene: Scene
) -> None:
    person_id = await _person_of(desk)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        colleague = await an_operator(work, scene.territory.office_id, (Role.SOCIAL_WORKER,))
        neighbour = await an_operator(work, scene.territory.neighbour_office_id, (Role.SOCIAL_WORKER,))
        accountant = await an_operator(work, scene.territory.office_id, (Role.ACCOUNTANT,))
    async with unit_of_work(colleague, bind=desk.connection) as work:
        assert [one.id for one in await desk_drafts(work, colleague, person_id)] == [desk.application_id]
        await answered_at_desk(work, colleague, desk.application_id, "who")
    for other, refusal in ((neighbour, NotFound), (accountant, NotAllowed)):
        with pytest.raises(refusal):
            async with unit_of_work(other, bind=desk.connection) as work:
                await answered_at_desk(work, other, desk.application_id, "home")


async def test_beginning_again_goes_on_with_the_same_draft(desk: Desk) -> None:
    person_id = await _person_of(desk)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert await a_desk_draft(work, desk.operator, person_id) == desk.application_id


async def test_a_draft_of_a_citizen_stays_the_citizens_and_that_of_the_desk_the_offices(
    scene: Scene, desk: Desk
) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        own = await a_draft(work, scene.rosa)
    async with unit_of_work(desk.operator, bind=scene.connection) as work:
        at_desk = await a_desk_draft(work, desk.operator, scene.rosa.person_id)
        with pytest.raises(NotFound):
            await answered_at_desk(work, desk.operator, own.id, "who")
    assert at_desk != own.id
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        assert [one.id for one in await own_applications(work, scene.rosa)] == [own.id]
        seen = await (await work.session.connection()).execute(sa.text("SELECT id FROM intake.application"))
        assert [row.id for row in seen] == [own.id], "PostgreSQL says the same"
    async with unit_of_work(desk.operator, read_only=True, bind=scene.connection) as work:
        seen = await (await work.session.connection()).execute(sa.text("SELECT id FROM intake.application"))
        assert {row.id for row in seen} == {at_desk, desk.application_id}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"document_number": ""}, "document_number"),
    ({"document_expires_on": date(2001, 1, 1)}, "document_expires_on"),
    ({"way": Recognition.COPY}, "way"),
    ({"channel": Channel.PAPER}, "paper_on"),
    ({"channel": Channel.PAPER, "paper_on": date.today() + timedelta(days=40)}, "paper_on"),  # noqa: DTZ011 - far enough
    ({"paper_on": date(2026, 1, 1)}, "paper_on"),
]


@pytest.mark.parametrize(("facts", "field"), WRONG)
async def test_a_recognition_that_does_not_hold_is_told_beside_its_field(
    desk: Desk, facts: dict[str, Any], field: str
) -> None:
    person_id = await _person_of(desk)
    with pytest.raises(Invalid) as refused:
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await a_desk_draft(work, desk.operator, person_id, **facts)
    assert list(refused.value.fields) == [field]


async def test_a_paper_is_entered_with_its_day_and_the_copy_of_the_document(scene: Scene, desk: Desk) -> None:
    async with unit_of_work(desk.operator, bind=scene.connection) as work:
        paper = await a_desk_draft(
            work,
            desk.operator,
            scene.rosa.person_id,
            channel=Channel.PAPER,
            paper_on=date(2026, 1, 15),
            way=Recognition.COPY,
        )
        await answered_at_desk(work, desk.operator, paper)
        sent = await submit_at_desk(work, desk.operator, SubmitAtDesk(application_id=paper, is_read_aloud=True))
    assert (sent.status, sent.channel, sent.paper_on) == (ApplicationStatus.SUBMITTED, Channel.PAPER, date(2026, 1, 15))
    async with unit_of_work(desk.operator, read_only=True, bind=scene.connection) as work:
        sheet = await application_sheet(work, desk.operator, paper)
    assert sheet.how_entered is not None
    assert say(sheet.how_entered, "it").startswith("Arrivata su carta e inserita da operatore")


async def test_nobody_applies_for_another_without_a_checked_title(scene: Scene, desk: Desk) -> None:
    with pytest.raises(NotYourPerson):
        async with unit_of_work(desk.operator, bind=scene.connection) as work:
            await a_desk_draft(work, desk.operator, scene.rosa.person_id, applicant_id=await _person_of(desk))


async def test_an_accountant_begins_nothing(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        accountant: Operator = await an_operator(work, scene.territory.office_id, (Role.ACCOUNTANT,))
    with pytest.raises(NotAllowed):
        async with unit_of_work(accountant, bind=scene.connection) as work:
            await a_desk_draft(work, accountant, scene.rosa.person_id)
