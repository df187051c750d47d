"""A service says as which help it is reported to the national register (SIUSS), by a code of the official list."""

from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.designing.change_draft_card import ChangeDraftCard, change_draft_card
from domain.catalogue.actions.designing.change_draft_form import ChangeDraftForm, change_draft_form
from domain.catalogue.actions.designing.draft_service import DraftService, draft_service
from domain.catalogue.actions.designing.publish_draft import PublishDraft, publish_draft
from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.published_services import published_service, services_of_versions
from domain.catalogue.queries.service_draft import SENTENCES, service_draft
from domain.catalogue.refusals import BenefitCodeUnknown
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.starting_services import SERVICES
from domain.catalogue.terms import ORDINARY_PROCEDURE
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.organization.actions.codes.switch_code_off import SwitchCodeOff, switch_code_off
from domain.organization.gateways.common_lists import shipped_codes
from domain.platform.work import UnitOfWork, unit_of_work
from tests.support.given import SYSTEM, a_territory, an_operator

HOME_CARE = "A2.07"


@pytest.fixture
async def admin(connection: AsyncConnection) -> Operator:
    """Who runs an ente that offers home care."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        operator = await an_operator(work, territory.office_id, [Role.ENTE_ADMIN])
        await publish_service(
            work, SYSTEM, PublishService(ente_id=operator.ente_id, slug="aiuto", card=home_care_card())
        )
    return operator


async def written(work: UnitOfWork, admin: Operator, draft_id: UUID, revision: int, benefit: str) -> str | None:
    words: dict[str, str] = dict.fromkeys(SENTENCES, "Parole del servizio.")
    card = ChangeDraftCard(
        draft_id=draft_id,
        seen_revision=revision,
        words=words,
        term_days=30,
        procedure_slug=ORDINARY_PROCEDURE,
        benefit_code=benefit,
    )
    await change_draft_card(work, admin, card)
    return (await service_draft(work, admin, draft_id)).benefit_code


def test_the_official_list_is_whole_and_the_services_we_ship_name_codes_of_it() -> None:
    listed = {one.code for one in shipped_codes() if one.list_name == "siuss_benefits"}
    assert len(listed) == 105
    assert {code for card, _form in SERVICES.values() if (code := card().benefit_code)} <= listed


async def test_the_code_is_chosen_by_code_or_words_and_stays_with_its_version(
    connection: AsyncConnection, admin: Operator
) -> None:
    async with unit_of_work(admin, bind=connection) as work:
        first = (await published_service(work, admin, "aiuto", ente_id=admin.ente_id)).version_id
        draft_id = await draft_service(work, admin, DraftService(ente_id=admin.ente_id, slug="aiuto"))
        assert (await service_draft(work, admin, draft_id)).benefit_code == HOME_CARE
        assert await written(work, admin, draft_id, 1, "") is None
        assert await written(work, admin, draft_id, 2, "a2.21 Telesoccorso e teleassistenza") == "A2.21"
        assert await written(work, admin, draft_id, 3, "telesoccorso") == "A2.21"
        second = await publish_draft(work, admin, PublishDraft(draft_id=draft_id, seen_revision=4))
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        found = await services_of_versions(work, [first, second])
        assert [found[one].card.benefit_code for one in (first, second)] == [HOME_CARE, "A2.21"]


@pytest.mark.parametrize("typed", ["Z9.99", "altro", "parole che non ci sono"])
async def test_what_is_not_one_code_of_the_list_is_refused(
    connection: AsyncConnection, admin: Operator, typed: str
) -> None:
    async with unit_of_work(admin, bind=connection) as work:
        draft_id = await draft_service(work, admin, DraftService(ente_id=admin.ente_id, title="Nuovo"))
        with pytest.raises(BenefitCodeUnknown):
            await written(work, admin, draft_id, 1, typed)


async def test_a_code_that_the_ente_uses_no_more_is_not_published_again(
    connection: AsyncConnection, admin: Operator
) -> None:
    async with unit_of_work(admin, bind=connection) as work:
        draft_id = await draft_service(work, admin, DraftService(ente_id=admin.ente_id, slug="aiuto"))
        off = SwitchCodeOff(ente_id=admin.ente_id, list_name="siuss_benefits", code=HOME_CARE, first_day_off=work.today)
        await switch_code_off(work, admin, off)
        with pytest.raises(BenefitCodeUnknown):
            await publish_draft(work, admin, PublishDraft(draft_id=draft_id, seen_revision=1))
        file = ChangeDraftForm(draft_id=draft_id, seen_revision=1, form=FormDefinition(), benefit_code=HOME_CARE)
        with pytest.raises(BenefitCodeUnknown):
            await change_draft_form(work, admin, file)
