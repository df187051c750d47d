"""An administrator writes a service: a draft beside the version in force, until it is published."""

from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.designing.add_draft_question import AddDraftQuestion, add_draft_question
from domain.catalogue.actions.designing.add_draft_step import AddDraftStep, add_draft_step
from domain.catalogue.actions.designing.change_draft_card import ChangeDraftCard, change_draft_card
from domain.catalogue.actions.designing.discard_draft import DiscardDraft, discard_draft
from domain.catalogue.actions.designing.draft_service import DraftService, draft_service
from domain.catalogue.actions.designing.publish_draft import PublishDraft, publish_draft
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import published_service
from domain.catalogue.queries.service_draft import SENTENCES, service_draft
from domain.catalogue.queries.services_to_design import services_to_design
from domain.catalogue.refusals import (
    CardNotWhole,
    FormNotSound,
    NotYoursToPublish,
    ServiceDraftChanged,
    ServiceDraftExists,
)
from domain.catalogue.seeds.starting_services import MONEY_HELP, publish_starting_services
from domain.catalogue.terms import ORDINARY_PROCEDURE, FieldKind
from domain.kernel.actor import Operator, Visitor
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork, unit_of_work
from tests.support.given import SYSTEM, a_territory, an_operator

WHOLE = dict.fromkeys(SENTENCES, "Parole del servizio.") | {"title": "Buono spesa", "needed": "Documento\nISEE"}


async def a_planner(connection: AsyncConnection, *roles: Role) -> Operator:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        operator = await an_operator(work, territory.office_id, roles or (Role.PLANNER,))
        await publish_starting_services(work, SYSTEM, operator.ente_id)
    return operator


async def a_written_draft(work: UnitOfWork, operator: Operator) -> UUID:
    """A new service with a whole card and one question."""
    draft_id = await draft_service(work, operator, DraftService(ente_id=operator.ente_id, title="Buono spesa"))
    card = ChangeDraftCard(
        draft_id=draft_id, seen_revision=1, words=WHOLE, term_days=45, procedure_slug=ORDINARY_PROCEDURE, is_online=True
    )
    await change_draft_card(work, operator, card)
    await add_draft_step(work, operator, AddDraftStep(draft_id=draft_id, seen_revision=2, title="La spesa"))
    question = AddDraftQuestion(
        draft_id=draft_id, seen_revision=3, step_key="la_spesa", kind=FieldKind.YES_NO, label="Hai figli?"
    )
    await add_draft_question(work, operator, question)
    return draft_id


async def test_a_new_service_is_written_published_and_found(connection: AsyncConnection) -> None:
    operator = await a_planner(connection)
    async with unit_of_work(operator, bind=connection) as work:
        draft_id = await a_written_draft(work, operator)
        sheet = await service_draft(work, operator, draft_id)
        assert (sheet.missing, dict(sheet.faults), sheet.slug) == ((), {}, "buono-spesa")
        version_id = await publish_draft(work, operator, PublishDraft(draft_id=draft_id, seen_revision=4))
    async with unit_of_work(operator, bind=connection) as work:
        found = await published_service(work, operator, "buono-spesa")
        assert (found.version_id, found.term_days) == (version_id, 45)
        assert [one.in_("it") for one in found.card.needed] == ["Documento", "ISEE"]
        assert (await form_of(work, version_id)).field("hai_figli") is not None
        with pytest.raises(NotFound):
            await service_draft(work, operator, draft_id)


async def test_what_is_in_force_stays_until_the_draft_is_published_and_the_first_version_stays_for_ever(
    connection: AsyncConnection,
) -> None:
    operator = await a_planner(connection)
    async with unit_of_work(operator, bind=connection) as work:
        before = await published_service(work, operator, MONEY_HELP)
        asked = await form_of(work, before.version_id)
        draft_id = await draft_service(work, operator, DraftService(ente_id=operator.ente_id, slug=MONEY_HELP))
        step = asked.steps[0].key
        question = AddDraftQuestion(
            draft_id=draft_id, seen_revision=1, step_key=step, kind=FieldKind.TEXT, label="Altro?"
        )
        await add_draft_question(work, operator, question)
        assert (await published_service(work, operator, MONEY_HELP)).version_id == before.version_id
        after_id = await publish_draft(work, operator, PublishDraft(draft_id=draft_id, seen_revision=2))
        assert (await form_of(work, before.version_id)) == asked
        assert (await form_of(work, after_id)).field("altro") is not None


async def test_a_service_has_one_draft_and_the_list_shows_it(connection: AsyncConnection) -> None:
    operator = await a_planner(connection, Role.ENTE_ADMIN)
    async with unit_of_work(operator, bind=connection) as work:
        command = DraftService(ente_id=operator.ente_id, slug=MONEY_HELP)
        draft_id = await draft_service(work, operator, command)
        with pytest.raises(ServiceDraftExists):
            await draft_service(work, operator, command)
        await draft_service(work, operator, DraftService(ente_id=operator.ente_id, title="Buono spesa"))
        rows = {row.slug: row for row in await services_to_design(work, operator)}
        assert (rows[MONEY_HELP].draft_id, rows[MONEY_HELP].number) == (draft_id, 1)
        assert (rows["buono-spesa"].number, rows["buono-spesa"].is_online) == (None, False)


async def test_who_saw_an_older_draft_saves_nothing(connection: AsyncConnection) -> None:
    operator = await a_planner(connection)
    async with unit_of_work(operator, bind=connection) as work:
        draft_id = await a_written_draft(work, operator)
        with pytest.raises(ServiceDraftChanged):
            await add_draft_step(work, operator, AddDraftStep(draft_id=draft_id, seen_revision=2, title="Casa"))
        with pytest.raises(ServiceDraftChanged):
            await publish_draft(work, operator, PublishDraft(draft_id=draft_id, seen_revision=2))
        with pytest.raises(ServiceDraftChanged):
            await discard_draft(work, operator, DiscardDraft(draft_id=draft_id, seen_revision=2))


async def test_a_card_or_a_form_that_is_not_whole_is_kept_but_not_published(connection: AsyncConnection) -> None:
    operator = await a_planner(connection)
    async with unit_of_work(operator, bind=connection) as work:
        command = DraftService(ente_id=operator.ente_id, title="Buono spesa")
        draft_id = await draft_service(work, operator, command)
        with pytest.raises(CardNotWhole) as refused:
            await publish_draft(work, operator, PublishDraft(draft_id=draft_id, seen_revision=1))
        assert set(refused.value.fields) == set(SENTENCES) - {"title"}
        written_id = await a_written_draft(work, operator)
        await add_draft_step(work, operator, AddDraftStep(draft_id=written_id, seen_revision=4, title="Vuota"))
        with pytest.raises(FormNotSound) as unsound:
            await publish_draft(work, operator, PublishDraft(draft_id=written_id, seen_revision=5))
        assert set(unsound.value.fields) == {"vuota"}


async def test_a_draft_that_is_thrown_away_leaves_what_is_in_force(connection: AsyncConnection) -> None:
    operator = await a_planner(connection)
    async with unit_of_work(operator, bind=connection) as work:
        draft_id = await draft_service(work, operator, DraftService(ente_id=operator.ente_id, slug=MONEY_HELP))
        await discard_draft(work, operator, DiscardDraft(draft_id=draft_id, seen_revision=1))
    async with unit_of_work(operator, bind=connection) as work:
        row = next(row for row in await services_to_design(work, operator) if row.slug == MONEY_HELP)
        assert (row.draft_id, row.number) == (None, 1)


async def test_services_are_written_only_by_who_runs_the_ente_or_its_plan(connection: AsyncConnection) -> None:
    planner = await a_planner(connection)
    async with unit_of_work(planner, bind=connection) as work:
        draft_id = await a_written_draft(work, planner)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        worker = await an_operator(work, planner.office_id, [Role.SOCIAL_WORKER])
    async with unit_of_work(worker, bind=connection) as work:
        with pytest.raises(NotYoursToPublish):
            await service_draft(work, worker, draft_id)
        with pytest.raises(NotYoursToPublish):
            await draft_service(work, worker, DraftService(ente_id=worker.ente_id, title="Mio"))


async def test_nobody_else_sees_a_draft(connection: AsyncConnection) -> None:
    planner = await a_planner(connection)
    async with unit_of_work(planner, bind=connection) as work:
        draft_id = await a_written_draft(work, planner)
    stranger = await a_planner(connection)
    for actor in (stranger, Visitor(enti=(planner.ente_id,))):
        async with unit_of_work(actor, bind=connection) as work:
            with pytest.raises(NotFound):
                await service_draft(work, actor, draft_id)
