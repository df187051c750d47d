"""Every form that we ship, filled in and sent by a real citizen, read by a real operator."""

from decimal import Decimal

import pytest

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.seeds.starting_services import SERVICES, publish_starting_services
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.own_applications import own_application
from domain.intake.rules.answers import cleaned, visible
from domain.intake.rules.typing.boxes import boxes_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.forms import a_sent_form
from tests.support.given import SYSTEM, an_operator


async def _offered(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await publish_starting_services(work, SYSTEM, scene.territory.ambito_id)


async def _said(scene: Scene, slug: str, **changes: str) -> dict[str, str]:
    """What the office reads of an application for ``slug``, by question."""
    await _offered(scene)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_sent_form(work, scene.rosa, slug, **changes)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        operator = await an_operator(work, scene.territory.office_id, [Role.SOCIAL_WORKER])
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        sheet = await application_sheet(work, operator, sent)
    return {row.key: row.value for step in sheet.steps for row in step.answers}


@pytest.mark.parametrize("slug", SERVICES)
async def test_a_form_is_filled_in_sent_and_kept_clean(scene: Scene, slug: str) -> None:
    await _offered(scene)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_sent_form(work, scene.rosa, slug)
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        application = await own_application(work, scene.rosa, sent)
        form, answers = await form_of(work, application.service_version_id), application.answers
    assert cleaned(form, answers) == answers
    asked = [field for step in visible(form, answers) for field in step.fields]
    boxes = {name.partition(".")[0] for field in asked for name, _leaf in boxes_of(field)}
    computed = {field.key for field in asked if field.kind == "computed"}
    assert {name.partition(".")[0] for name in answers} <= boxes | computed


async def test_the_money_of_a_family_is_summed_and_read_in_euros(scene: Scene) -> None:
    said = await _said(scene, "contributo-economico", own_income="800", **{"family.1.income": ""})
    assert said["income_in_all"] == "2.000,50\xa0€"
    assert said["debts_in_all"] == "2.401,00\xa0€"
    assert said["iban"] == "IT60 X054 2811 1010 0000 0123 456"
    assert said["family"].split("\n")[1] == "Nome e cognome: Una parola; Data di nascita: 2 marzo 2001"


async def test_the_weight_of_the_rent_is_rounded_and_never_divides_by_nothing(scene: Scene) -> None:
    said = await _said(scene, "contributo-affitto", rent="500", months="12", year_income="12.345,67")
    assert (said["year_rent"], said["weight"]) == ("6.000,00\xa0€", "49")
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_sent_form(work, scene.rosa, "contributo-affitto", year_income="0")
        kept = (await own_application(work, scene.rosa, sent)).answers
    assert "weight" not in kept
    assert Decimal(kept["year_rent"]) == Decimal("8403.50")


async def test_room_for_each_person_counts_who_lives_there(scene: Scene) -> None:
    said = await _said(scene, "casa-popolare", area="48,5")
    assert (said["people_in_all"], said["area_each"]) == ("3", "16,17")
    assert said["disabled_people"] == "3"


async def test_a_hidden_question_is_neither_asked_nor_kept(scene: Scene) -> None:
    said = await _said(scene, "casa-popolare", now="street", area="48,5")
    assert "area" not in said
    assert "area_each" not in said
    assert said["now"] == "Non ha una casa"
