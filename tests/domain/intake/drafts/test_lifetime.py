"""A draft is kept for a time, its applicant is told before it ends, and then nothing of it is left."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.correspondence.queries.letters_to import letters_to
from domain.documents.gateways.store import file_store
from domain.documents.jobs import destroy_removed_documents
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.actions.drafts.delete_draft import DeleteDraft, delete_draft
from domain.intake.actions.drafts.set_draft_days import SetDraftDays, set_draft_days
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.jobs import tend_drafts
from domain.intake.queries.own_applications import own_application, own_applications
from domain.intake.refusals import AlreadySubmitted
from domain.intake.rules.drafts.lifetime import DraftDue, due, last_day
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform import work as working
from domain.platform.work import unit_of_work
from tests.domain.documents.gateways.samples import photo
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft, a_filled_draft
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE

TODAY = date(2026, 3, 1)
Later = Callable[[int], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """``later(30)``: from now on it is thirty days after the test began."""

    def go(days: int) -> None:
        def now() -> datetime:
            return utcnow() + timedelta(days=days)

        monkeypatch.setattr(working, "utcnow", now)

    return go


@given(kept=st.integers(30, 730), waits=st.lists(st.integers(1, 40), max_size=60))
def test_nothing_is_deleted_that_was_not_announced_a_week_before(kept: int, waits: list[int]) -> None:
    warned, day = None, TODAY
    for wait in waits:
        day += timedelta(days=wait)
        found = due(TODAY, kept, warned, day)
        if found is DraftDue.DELETION:
            assert warned is not None
            assert day > warned + timedelta(days=7)
            assert day > TODAY + timedelta(days=kept)
            break
        if found is DraftDue.FIRST_NOTICE:
            warned = day
        assert last_day(TODAY, kept, warned, day) >= day, "a draft that is there is not past its last day"


def test_the_days_run_out_one_by_one() -> None:
    warned = TODAY + timedelta(days=23)
    told = {offset: due(TODAY, 30, None, TODAY + timedelta(days=offset)) for offset in (22, 23, 60)}
    assert told == {22: DraftDue.NOTHING, 23: DraftDue.FIRST_NOTICE, 60: DraftDue.FIRST_NOTICE}
    after = {offset: due(TODAY, 30, warned, TODAY + timedelta(days=offset)) for offset in (28, 29, 30, 31)}
    assert after == {
        28: DraftDue.NOTHING,
        29: DraftDue.LAST_NOTICE,
        30: DraftDue.LAST_NOTICE,
        31: DraftDue.DELETION,
    }


async def _letters(scene: Scene) -> int:
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        return len(await letters_to(work, scene.rosa))


async def test_who_forgets_a_draft_is_told_twice_and_then_it_is_gone(scene: Scene, later: Later) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_draft(work, scene.rosa)
        (shown,) = await own_applications(work, scene.rosa)
        assert shown.kept_until == work.today + timedelta(days=90)
    for day, letters in ((80, 0), (83, 1), (84, 1), (89, 2), (90, 2)):
        later(day)
        await tend_drafts(bind=scene.connection)
        await tend_drafts(bind=scene.connection)  # a worker that was stopped runs it again
        assert await _letters(scene) == letters, day
    later(91)
    assert (await tend_drafts(bind=scene.connection))["deletion"] == 1
    with pytest.raises(NotFound):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await own_application(work, scene.rosa, draft.id)


async def test_who_goes_on_with_a_draft_keeps_it(scene: Scene, later: Later) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_filled_draft(work, scene.rosa)
    later(85)
    await tend_drafts(bind=scene.connection)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_filled_draft(work, scene.rosa)
    later(120)
    assert (await tend_drafts(bind=scene.connection))["deletion"] == 0


async def test_an_ente_that_keeps_drafts_for_less_time_surprises_nobody(scene: Scene, later: Later) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_draft(work, scene.rosa)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        admin = await an_operator(work, scene.territory.office_id, (Role.ENTE_ADMIN,))
        worker = await an_operator(work, scene.territory.office_id)
    with pytest.raises(NotAllowed):
        async with unit_of_work(worker, bind=scene.connection) as work:
            await set_draft_days(work, worker, SetDraftDays(kept_days=30))
    async with unit_of_work(admin, bind=scene.connection) as work:
        await set_draft_days(work, admin, SetDraftDays(kept_days=30))
    later(60)
    assert (await tend_drafts(bind=scene.connection))["first_notice"] == 1
    later(67)
    assert (await tend_drafts(bind=scene.connection))["deletion"] == 0
    later(68)
    assert (await tend_drafts(bind=scene.connection))["deletion"] == 1


async def _count(connection: AsyncConnection, table: str, **where: Any) -> int:
    condition = " AND ".join(f"{name} = :{name}" for name in where)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        asked = await work.session.connection()
        return (await asked.execute(sa.text(f"SELECT count(*) FROM {table} WHERE {condition}"), where)).scalar_one()


async def test_a_draft_that_is_deleted_leaves_neither_rows_nor_bytes(scene: Scene, later: Later) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_draft(work, scene.rosa)
        command = AttachDocument(
            application_id=draft.id, field="identity", content=photo(417, 311), file_name="carta.jpg"
        )
        sent = await attach_document(work, scene.rosa, command)
    asked = sa.text("SELECT address FROM documents.document WHERE id = :id")
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        address = (await (await work.session.connection()).execute(asked, {"id": sent.document_id})).scalar_one()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await delete_draft(work, scene.rosa, DeleteDraft(application_id=draft.id))
    assert await _count(scene.connection, "intake.application", id=draft.id) == 0
    assert await _count(scene.connection, "intake.attachment", application_id=draft.id) == 0
    assert await destroy_removed_documents(bind=scene.connection) == 0
    assert await file_store().exists(address), "for some days, in case the same paper is on its way"
    later(9)
    assert await destroy_removed_documents(bind=scene.connection) == 1
    assert await _count(scene.connection, "documents.document", id=sent.document_id) == 0
    assert not await file_store().exists(address)


async def test_a_file_that_another_person_has_sent_too_stays(scene: Scene, later: Later) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    drafts = []
    for citizen in (scene.rosa, davide):
        async with unit_of_work(citizen, bind=scene.connection) as work:
            draft = await a_draft(work, citizen)
            command = AttachDocument(
                application_id=draft.id, field="identity", content=photo(411, 307), file_name="carta.jpg"
            )
            drafts.append((draft.id, (await attach_document(work, citizen, command)).document_id))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await delete_draft(work, scene.rosa, DeleteDraft(application_id=drafts[0][0]))
    later(9)
    assert await destroy_removed_documents(bind=scene.connection) == 1
    asked = sa.text("SELECT address FROM documents.document WHERE id = :id")
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        address = (await (await work.session.connection()).execute(asked, {"id": drafts[1][1]})).scalar_one()
    assert await file_store().exists(address)


async def test_only_ones_own_draft_is_deleted_and_never_what_was_sent(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_draft(work, scene.rosa)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    with pytest.raises(NotFound):
        async with unit_of_work(davide, bind=scene.connection) as work:
            await delete_draft(work, davide, DeleteDraft(application_id=draft.id))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))
    with pytest.raises(AlreadySubmitted):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await delete_draft(work, scene.rosa, DeleteDraft(application_id=draft.id))


async def test_a_paper_of_the_persons_file_outlives_the_draft_that_uses_it(scene: Scene, later: Later) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_filled_draft(work, scene.rosa)
        command = AttachDocument(
            application_id=sent.id, field="identity", content=photo(423, 305), file_name="carta.jpg"
        )
        paper = await attach_document(work, scene.rosa, command)
        await submit_application(work, scene.rosa, SubmitApplication(application_id=sent.id))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        again = command.model_copy(update={"application_id": draft.id})
        assert (await attach_document(work, scene.rosa, again)).document_id == paper.document_id
        await delete_draft(work, scene.rosa, DeleteDraft(application_id=draft.id))
    later(9)
    assert await destroy_removed_documents(bind=scene.connection) == 0
    assert await _count(scene.connection, "intake.attachment", document_id=paper.document_id) == 1
