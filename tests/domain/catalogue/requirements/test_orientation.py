"""What am I entitled to? Only what matters is asked, and the nearest services come first."""

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.queries.orientation import Orientation, Turn, orientation
from domain.catalogue.rules.facts import FACTS
from domain.catalogue.rules.orientation import chance, rank, worth_asking
from domain.catalogue.rules.requirements import evaluate
from domain.catalogue.seeds.requirements import starting_requirements
from domain.catalogue.seeds.starting_services import HOME_CARE, publish_starting_services
from domain.catalogue.terms import Chance, FieldKind
from domain.kernel.actor import Visitor
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_territory, an_operator

REQUIRED = starting_requirements()
TYPED = {
    key: st.sampled_from([value for value, _ in fact.options] or (["yes", "no"] if not fact.unit else ["0", "1", "40"]))
    for key, fact in FACTS.items()
}
SOME_ANSWERS = st.fixed_dictionaries({}, optional=TYPED)


async def services_on_offer(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
    return territory


async def turned(connection: AsyncConnection, territory: Territory, **turn: object) -> Orientation:
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, read_only=True, bind=connection) as work:
        return await orientation(work, visitor, Turn.model_validate(turn))


def key_of(found: Orientation) -> str:
    assert found.question is not None
    return found.question.key


@settings(deadline=None)
@given(SOME_ANSWERS, st.data())
def test_answering_goes_on_to_an_end_and_never_asks_what_changes_nothing(
    typed: dict[str, str], data: st.DataObject
) -> None:
    facts = {key: value if FACTS[key].unit is None else int(value) for key, value in typed.items()}
    results = [evaluate(ones, facts) for ones in REQUIRED.values()]
    left = worth_asking(results, facts)
    assert not set(left) & facts.keys()
    for key in left:
        open_services = [one for one in results if chance(one) is not Chance.UNLIKELY]
        assert any(key in result.missing for one in open_services for result in one)
    if left:
        assert len(worth_asking(results, {*facts, data.draw(st.sampled_from(left))})) < len(left)


@settings(deadline=None)
@given(SOME_ANSWERS)
def test_what_is_likely_stands_before_what_is_possible_and_that_before_what_is_not(typed: dict[str, str]) -> None:
    facts = {key: value if FACTS[key].unit is None else int(value) for key, value in typed.items()}
    results = sorted((evaluate(ones, facts) for ones in REQUIRED.values()), key=rank)
    found = [list(Chance).index(chance(one)) for one in results]
    assert found == sorted(found)


def test_a_service_that_does_not_say_who_may_have_it_is_possible_and_comes_last_among_those() -> None:
    unknown = evaluate(REQUIRED[HOME_CARE], {})
    assert (chance([]), chance(unknown)) == (Chance.POSSIBLE, Chance.POSSIBLE)
    assert rank(unknown) < rank([])


def test_what_can_be_put_right_later_does_not_make_a_service_unlikely() -> None:
    facts = {"lives_here": "yes", "eats_at_school": "yes", "has_isee": "no"}
    assert chance(evaluate(REQUIRED["mensa-scolastica"], facts)) is Chance.POSSIBLE
    assert chance(evaluate(REQUIRED["mensa-scolastica"], facts | {"has_isee": "yes"})) is Chance.LIKELY


async def test_the_questions_lead_to_the_services_with_their_reasons(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    known: dict[str, str] = {}
    asked: list[str] = []
    found = await turned(connection, territory)
    while found.question is not None:
        key = key_of(found)
        asked.append(key)
        assert found.number == len(asked)
        assert found.number <= found.most
        value = {"lives_here": "yes", "needs_help_at_home": "yes", "age": "80", "citizenship_kind": "it"}.get(key, "no")
        found = await turned(connection, territory, known=known, fact=key, value=value)
        known = dict(found.known)
    assert "has_severe_disability" not in asked, "who has no certificate is not asked how severe it is"
    assert "can_use_bus" not in asked
    assert "is_pregnant" not in asked, "no service looks at it"
    likely = found.of(Chance.LIKELY)
    assert [one.service.slug for one in likely] == [HOME_CARE]
    assert {key: value for one in likely[0].results for key, value in one.facts_used.items()} == {
        "lives_here": "yes",
        "needs_help_at_home": "yes",
    }
    assert len(found.services) == len(REQUIRED)


async def test_who_lives_elsewhere_is_asked_little_more(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    found = await turned(connection, territory, fact="lives_here", value="no")
    assert key_of(found) == "has_suitable_home", "only the bando for homes does not ask where one lives"
    assert len(found.of(Chance.UNLIKELY)) == len(REQUIRED) - 1


async def test_who_says_nothing_reaches_the_end_with_everything_possible(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    found = await turned(connection, territory)
    known: dict[str, str] = {}
    while found.question is not None:
        found = await turned(connection, territory, known=known, fact=key_of(found), action="decline", value="forse")
        known = dict(found.known)
    assert set(known.values()) == {""}
    assert len(found.of(Chance.POSSIBLE)) == len(REQUIRED)


async def test_one_goes_back_changes_an_answer_and_sees_the_services_at_once(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    known = {"lives_here": "yes", "age": "80"}
    back = await turned(connection, territory, known=known, fact="citizenship_kind", action="back")
    assert (key_of(back), back.typed, dict(back.known)) == ("age", "80", {"lives_here": "yes"})
    change = await turned(connection, territory, known=known, action="change:lives_here")
    assert (key_of(change), change.typed, dict(change.known)) == ("lives_here", "yes", {"age": "80"})
    result = await turned(connection, territory, known=known, fact="citizenship_kind", action="result")
    assert result.question is None
    assert result.left > 0
    again = await turned(connection, territory, known=known, action="continue")
    assert key_of(again) == "citizenship_kind"


async def test_an_answer_that_cannot_be_is_asked_again_with_what_was_typed(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    found = await turned(connection, territory, known={"lives_here": "yes"}, fact="age", value="ottanta")
    assert (key_of(found), found.typed, found.known) == ("age", "ottanta", {"lives_here": "yes"})
    assert found.problem is not None


@pytest.mark.parametrize(
    "turn",
    [
        {"known": {"age": "tanti", "shoe_size": "44", "lives_here": "<script>"}},
        {"fact": "shoe_size", "value": "44"},
        {"action": "back"},
        {"action": "something"},
    ],
)
async def test_what_no_page_of_ours_sent_begins_from_the_start(
    connection: AsyncConnection, turn: dict[str, object]
) -> None:
    territory = await services_on_offer(connection)
    found = await turned(connection, territory, **turn)
    assert (key_of(found), found.known) == ("lives_here", {})


async def test_the_same_answers_give_citizen_and_operator_the_same_list(connection: AsyncConnection) -> None:
    territory = await services_on_offer(connection)
    known = {"lives_here": "yes", "has_money_trouble": "yes", "has_isee": "no", "pays_rent": "", "age": "30"}
    citizens = await turned(connection, territory, known=known, action="result")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        operator = await an_operator(work, territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(operator, read_only=True, bind=connection) as work:
        operators = await orientation(work, operator, Turn(known=known, action="result"))
    assert citizens.services == operators.services
    assert citizens.facts == operators.facts


async def test_where_nothing_is_on_offer_nothing_is_asked(connection: AsyncConnection) -> None:
    stranger = Visitor((uuid4(),))
    async with unit_of_work(stranger, read_only=True, bind=connection) as work:
        found = await orientation(work, stranger, Turn())
    assert (found.question, found.services) == (None, [])


def test_every_fact_that_is_asked_has_an_answer_to_choose_or_a_number() -> None:
    for fact in FACTS.values():
        assert (fact.kind is FieldKind.CHOICE) == bool(fact.options)
