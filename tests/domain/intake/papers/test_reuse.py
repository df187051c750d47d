"""A document that somebody has sent once is offered again, as long as it is valid."""

from datetime import date, timedelta

import pytest

from domain.documents.actions.set_kind_rule import SetKindRule, set_kind_rule
from domain.documents.queries.document_file import own_document_file
from domain.documents.queries.kind_rules import kind_of_document, validities
from domain.documents.terms import DocumentKind, Lasting, Standing
from domain.intake.actions.papers.reuse_paper import ReusePaper, reuse_paper
from domain.intake.actions.remove_attachment import RemoveAttachment, remove_attachment
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.attachments_of import attachments_of
from domain.kernel.actor import Citizen
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.domain.intake.papers.conftest import a_photo, attach, offered, send_with_card
from tests.support.applications import a_draft, a_filled_draft
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, FATIMA


async def test_a_valid_card_stored_last_year_is_offered_linked_and_stays_when_taken_out(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        ends = work.today + timedelta(days=400)
        await send_with_card(work, scene.rosa, ends)
    with as_of(utcnow() + timedelta(days=365)):
        await _used_again_and_taken_out(scene, ends)


async def _used_again_and_taken_out(scene: Scene, ends: date) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        [card] = await offered(work, scene.rosa, draft)
        assert (card.kind, card.expires_on, card.standing) == (DocumentKind.IDENTITY_CARD, ends, Standing.VALID)
        wanted = ReusePaper(application_id=draft.id, field="identity", document_id=card.id)
        await reuse_paper(work, scene.rosa, wanted)
        await reuse_paper(work, scene.rosa, wanted)  # a double click
        [row] = (await attachments_of(work, draft))["identity"]
        assert row.document_id == card.id
        assert row.reused_since == card.held_since
        assert await offered(work, scene.rosa, draft) == []
        await remove_attachment(work, scene.rosa, RemoveAttachment(application_id=draft.id, attachment_id=row.id))
        assert await attachments_of(work, draft) == {}
        assert [one.id for one in await offered(work, scene.rosa, draft)] == [card.id]
        _document, content = await own_document_file(work, scene.rosa, card.id)
        assert content.startswith(b"\xff\xd8\xff")


async def test_an_expired_card_is_shown_and_cannot_be_used(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await send_with_card(work, scene.rosa, work.today - timedelta(days=1))
        draft = await a_draft(work, scene.rosa)
        [card] = await offered(work, scene.rosa, draft)
        assert not card.is_usable
        with pytest.raises(NotFound):
            await reuse_paper(
                work, scene.rosa, ReusePaper(application_id=draft.id, field="identity", document_id=card.id)
            )


async def test_what_is_only_in_a_draft_is_not_in_the_file(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        kept = await attach(work, scene.rosa, draft.id, a_photo())
        await remove_attachment(work, scene.rosa, RemoveAttachment(application_id=draft.id, attachment_id=kept.id))
        assert await offered(work, scene.rosa, draft) == []
        with pytest.raises(NotFound):
            await own_document_file(work, scene.rosa, kept.document_id)


async def test_for_a_child_only_the_of_child_documents_are_offered(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        child_id = await a_person(work, scene.territory, DAVIDE)
        stranger = a_citizen(scene.territory, await a_person(work, scene.territory, FATIMA))
    parent: Citizen = a_citizen(scene.territory, scene.rosa.person_id, acts_for=(child_id,))
    async with unit_of_work(parent, bind=scene.connection) as work:
        ends = work.today + timedelta(days=400)
        own = await send_with_card(work, parent, ends, colour=10)
        of_child = await send_with_card(work, parent, ends, for_person_id=child_id, colour=90)
        [mine] = (await attachments_of(work, own))["identity"]
        [theirs] = (await attachments_of(work, of_child))["identity"]
        draft = await a_draft(work, parent, for_person_id=child_id)
        assert [one.id for one in await offered(work, parent, draft)] == [theirs.document_id]
        with pytest.raises(NotFound):
            await reuse_paper(
                work, parent, ReusePaper(application_id=draft.id, field="identity", document_id=mine.document_id)
            )
    async with unit_of_work(stranger, bind=scene.connection) as work:
        draft = await a_draft(work, stranger)
        assert await offered(work, stranger, draft) == []
        with pytest.raises(NotFound):
            await reuse_paper(
                work, stranger, ReusePaper(application_id=draft.id, field="identity", document_id=mine.document_id)
            )


async def test_the_office_reads_since_when_a_document_was_in_the_file(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await send_with_card(work, scene.rosa, work.today + timedelta(days=9))
        draft = await a_filled_draft(work, scene.rosa)
        [card] = await offered(work, scene.rosa, draft)
        await reuse_paper(work, scene.rosa, ReusePaper(application_id=draft.id, field="identity", document_id=card.id))
        again = await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        worker = await an_operator(work, scene.territory.office_id)
    async with unit_of_work(worker, bind=scene.connection) as work:
        [row] = (await application_sheet(work, worker, again.id)).attachments["identity"]
        assert (row.document_id, row.reused_since, row.expires_on) == (card.id, card.held_since, card.expires_on)


async def test_an_ente_says_how_long_a_kind_counts_from_a_day_on(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        keeper = await an_operator(work, scene.territory.office_id, [Role.ENTE_ADMIN])
        worker = await an_operator(work, scene.territory.office_id)
        neighbour = await an_operator(work, scene.territory.neighbour_office_id, [Role.ENTE_ADMIN])
    kind = DocumentKind.MEDICAL_CERTIFICATE
    async with unit_of_work(keeper, bind=scene.connection) as work:
        told = SetKindRule(
            kind=kind, starts_on=work.today, is_expiring=True, lasting=Lasting.MONTHS, months=6, source="Regolamento"
        )
        await set_kind_rule(work, keeper, told)
        later = told.model_copy(update={"starts_on": work.today + timedelta(days=30), "months": 3})
        await set_kind_rule(work, keeper, later)
        await set_kind_rule(work, keeper, later.model_copy(update={"months": 4}))  # the last word counts
        row = await kind_of_document(work, keeper, kind)
        assert (row.validity.months, row.own_since) == (6, work.today)
        assert [(day, one.months) for day, one in row.coming] == [(later.starts_on, 4)]
        for wrong in ({"months": None}, {"starts_on": work.today - timedelta(days=1)}):
            with pytest.raises(Invalid):
                await set_kind_rule(work, keeper, told.model_copy(update=wrong))
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        assert (await validities(work, scene.territory.comune_id))[kind].months == 6
        assert not (await validities(work, scene.territory.neighbour_id))[kind].is_expiring
    with pytest.raises(NotAllowed):
        async with unit_of_work(worker, bind=scene.connection) as work:
            await set_kind_rule(work, worker, told)
    async with unit_of_work(neighbour, bind=scene.connection) as work:
        assert (await kind_of_document(work, neighbour, kind)).own_since is None
