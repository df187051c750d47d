"""Services on offer: conditions that cannot harm, cards that are found, versions that stay."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.actions.rate_service import RateService, rate_service
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import published_service, published_services, services_of_versions
from domain.catalogue.refusals import NotYoursToPublish
from domain.catalogue.rules import conditions
from domain.catalogue.rules.form_definition import Field, FormDefinition, Option, Step
from domain.catalogue.seeds.forms.money import card as money_help_card
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.starting_services import HOME_CARE, MONEY_HELP, SERVICES, publish_starting_services
from domain.catalogue.terms import FieldKind
from domain.kernel.actor import Visitor
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, a_territory, an_operator

WORDS = Localised({"it": "Domanda", "en": "Question"})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*sorted(conditions.OPERATORS), "log", "map"]), inner, min_size=1, max_size=1)
    ),
    max_leaves=12,
)


def a_form(*fields: Field) -> FormDefinition:
    return FormDefinition(steps=(Step(key="s", title=WORDS, fields=fields),))


def a_field(key: str = "x", kind: FieldKind = FieldKind.TEXT, **more: Any) -> Field:
    return Field(key=key, kind=kind, label=WORDS, **more)


@given(
    st.dictionaries(st.sampled_from(sorted(conditions.OPERATORS)), JSON, min_size=1, max_size=1),
    st.dictionaries(st.text(max_size=3), JSON, max_size=3),
)
def test_a_condition_that_passed_the_check_always_answers(condition: dict[str, Any], answers: dict[str, Any]) -> None:
    try:
        conditions.check(condition)
    except ValueError:
        return
    assert conditions.holds(condition, answers) in (True, False)


@pytest.mark.parametrize(
    "condition",
    [
        {"log": "x"},
        {"map": [[1], {"var": ""}]},
        {"cat": ["a", "b"]},
        {"==": [1, 1], "!=": [1, 2]},
        {"var": "a.b"},
        {"and": [{"==": [1, 1]}] * 80},
        {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": 1}}}}}}}}}}}}}},
    ],
)
def test_conditions_beyond_the_allowed_are_refused(condition: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        conditions.check(condition)


@pytest.mark.parametrize(
    "make",
    [
        lambda: a_form(a_field(), a_field()),
        lambda: a_form(a_field(only_if={"==": [{"var": "later"}, "1"]}), a_field("later")),
        lambda: a_form(a_field(only_if={"==": [{"var": "x"}, "1"]})),
        lambda: a_field(kind=FieldKind.CHOICE),
        lambda: a_field(options=(Option(value="a", label=WORDS),)),
        lambda: a_field(kind=FieldKind.CHOICE, options=(Option(value="a", label=WORDS),) * 2),
        lambda: a_field(kind=FieldKind.DECLARATION),
        lambda: a_field(key="a.b"),
        lambda: FormDefinition(steps=(Step(key="s", title=WORDS, fields=()),) * 2),
        lambda: Localised({"en": "No Italian"}),
    ],
)
def test_a_form_that_makes_no_sense_is_refused(make: Any) -> None:
    with pytest.raises(ValidationError):
        make()


def test_a_language_without_words_is_answered_in_italian() -> None:
    assert (WORDS.in_("en"), WORDS.in_("ar")) == ("Question", "Domanda")


async def test_the_first_services_are_found_however_they_are_typed(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, read_only=True, bind=connection) as work:
        assert len(await published_services(work, visitor)) == len(SERVICES)
        for typed, slug in (("asistenza domicilare", HOME_CARE), ("BOLETTE", MONEY_HELP), ("badánte", HOME_CARE)):
            assert (await published_services(work, visitor, search=typed))[0].slug == slug
        assert await published_services(work, visitor, search="qwertyuiop") == []
        assert len(await published_services(work, visitor, search="  ")) == len(SERVICES)
        with pytest.raises(NotFound):
            await published_service(work, visitor, "non-esiste")
    stranger = Visitor()
    async with unit_of_work(stranger, read_only=True, bind=connection) as work:
        assert await published_services(work, stranger) == []


async def test_a_new_version_leaves_the_old_one_to_its_applications(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        old = await publish_service(
            work,
            SYSTEM,
            PublishService(ente_id=territory.ambito_id, slug="aiuto", card=home_care_card(), form=a_form(a_field())),
        )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        new = await publish_service(
            work,
            SYSTEM,
            PublishService(ente_id=territory.ambito_id, slug="aiuto", card=money_help_card(), term_days=45),
        )
        current = await published_service(work, SYSTEM, "aiuto")
        assert (current.version_id, current.term_days) == (new, 45)
        assert (await form_of(work, old)).field("x") is not None
        assert (await services_of_versions(work, [old]))[old].card == home_care_card()


async def test_the_comunes_own_service_wins_over_the_ambitos(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        for ente_id in (territory.ambito_id, territory.comune_id):
            await publish_service(work, SYSTEM, PublishService(ente_id=ente_id, slug="aiuto", card=home_care_card()))
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, read_only=True, bind=connection) as work:
        assert (await published_service(work, visitor, "aiuto")).ente_id == territory.ambito_id
        own = await published_service(work, visitor, "aiuto", ente_id=territory.comune_id)
        assert own.ente_id == territory.comune_id
        assert len(await published_services(work, visitor)) == 1


async def test_only_who_runs_the_ente_publishes(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        clerk = await an_operator(work, territory.office_id, [Role.DESK_OPERATOR])
        planner = await an_operator(work, territory.ambito_office_id, [Role.PLANNER])
    command = PublishService(ente_id=territory.comune_id, slug="aiuto", card=home_care_card())
    with pytest.raises(NotYoursToPublish):
        async with unit_of_work(clerk, bind=connection) as work:
            await publish_service(work, clerk, command)
    async with unit_of_work(planner, bind=connection) as work:
        await publish_service(work, planner, command)


async def test_a_visitor_rates_a_service_without_leaving_a_name(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, bind=connection) as work:
        await rate_service(work, visitor, RateService(slug=HOME_CARE, stars=4, answer=2, comment=" Facile "))
    with pytest.raises(ValidationError):
        RateService(slug=HOME_CARE, stars=6)
