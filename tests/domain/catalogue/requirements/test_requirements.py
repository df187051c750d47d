"""Who may have a service: what is not known decides nothing, and what is decided stays."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.published_services import published_service
from domain.catalogue.queries.requirements import requirements_of
from domain.catalogue.refusals import RequirementsNotSound
from domain.catalogue.rules import conditions, facts
from domain.catalogue.rules.facts import FACTS, FactValue, NotAnAnswer, fact_value, fact_words
from domain.catalogue.rules.requirements import Requirement, evaluate, faults
from domain.catalogue.seeds.example_limits import example_limits
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.requirements import starting_requirements
from domain.catalogue.seeds.starting_services import SERVICES
from domain.catalogue.terms import FieldKind, Outcome
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, a_territory

WORDS = Localised({"it": "Requisito"})
NUMBERS = ("age", "household_size", "isee")
WORDED = {"lives_here": ("yes", "no"), "is_carer": ("yes", "no"), "citizenship_kind": ("it", "eu", "non_eu")}
VALUES: dict[str, st.SearchStrategy[FactValue]] = {
    **{key: st.integers(0, 4) for key in NUMBERS},
    **{key: st.sampled_from(words) for key, words in WORDED.items()},
}
SIMPLE = st.one_of(
    st.tuples(st.sampled_from(("<", "<=", ">", ">=", "==", "!=")), st.sampled_from(NUMBERS), st.integers(0, 4)).map(
        lambda parts: {parts[0]: [{"var": parts[1]}, parts[2]]}
    ),
    st.sampled_from([(key, word) for key, words in WORDED.items() for word in words]).map(
        lambda parts: {"==": [{"var": parts[0]}, parts[1]]}
    ),
    st.just({"in": [{"var": "citizenship_kind"}, ["eu", "non_eu"]]}),
    st.just({"<=": [{"var": "isee"}, {"*": [2, {"var": "household_size"}]}]}),
)
CONDITIONS = st.recursive(
    SIMPLE,
    lambda inner: (
        st.tuples(st.sampled_from(("and", "or")), st.lists(inner, min_size=1, max_size=3)).map(
            lambda parts: {parts[0]: parts[1]}
        )
        | inner.map(lambda one: {"!": [one]})
    ),
    max_leaves=6,
)
WHOLE = st.fixed_dictionaries(VALUES)


def a_requirement(condition: dict[str, Any], key: str = "uno", **more: Any) -> Requirement:
    return Requirement(key=key, sentence=WORDS, condition=condition, source=WORDS, **more)


@settings(deadline=None)
@given(CONDITIONS, WHOLE, st.sets(st.sampled_from(sorted(VALUES))))
def test_what_is_decided_stays_decided_whatever_becomes_known(
    condition: dict[str, Any], whole: dict[str, FactValue], known: set[str]
) -> None:
    one = a_requirement(condition)
    before = evaluate([one], {key: value for key, value in whole.items() if key in known})[0]
    after = evaluate([one], whole)[0]
    assert after.outcome is not Outcome.UNKNOWN
    assert before.outcome in (Outcome.UNKNOWN, after.outcome)
    assert bool(before.missing) == (before.outcome is Outcome.UNKNOWN)
    assert not {*before.missing} & known


@settings(deadline=None)
@given(CONDITIONS, WHOLE)
def test_with_everything_known_a_requirement_says_what_a_condition_of_a_form_says(
    condition: dict[str, Any], whole: dict[str, FactValue]
) -> None:
    result = evaluate([a_requirement(condition)], whole)[0]
    assert (result.outcome is Outcome.MET) == conditions.holds(condition, whole)
    assert result.facts_used == {key: whole[key] for key in conditions.variables(condition)}


@settings(deadline=None)
@given(CONDITIONS)
def test_with_nothing_known_nothing_is_met_and_nothing_is_not_met(condition: dict[str, Any]) -> None:
    for nothing in ({}, dict.fromkeys(FACTS)):
        result = evaluate([a_requirement(condition)], nothing)[0]
        assert result.outcome is Outcome.UNKNOWN
        assert set(result.missing) == conditions.variables(condition)


@settings(deadline=None)
@given(st.lists(CONDITIONS, min_size=2, max_size=3), WHOLE, st.sets(st.sampled_from(sorted(VALUES))))
def test_the_order_of_requirements_and_facts_does_not_matter(
    listed: list[dict[str, Any]], whole: dict[str, FactValue], known: set[str]
) -> None:
    required = [a_requirement(condition, f"r{number}") for number, condition in enumerate(listed)]
    told = {key: value for key, value in whole.items() if key in known}
    expected = {result.requirement.key: result for result in evaluate(required, told)}
    for other in permutations(required):
        backwards = dict(reversed(told.items()))
        assert {result.requirement.key: result for result in evaluate(other, backwards)} == expected


def test_one_known_part_can_decide_without_the_others() -> None:
    either = a_requirement(
        {"or": [{"==": [{"var": "citizenship_kind"}, "it"]}, {"==": [{"var": "has_permit"}, "yes"]}]}
    )
    assert evaluate([either], {"citizenship_kind": "it"})[0].outcome is Outcome.MET
    both = a_requirement({"and": [{"==": [{"var": "lives_here"}, "yes"]}, {">=": [{"var": "age"}, 65]}]})
    assert evaluate([both], {"lives_here": "no"})[0].outcome is Outcome.NOT_MET
    assert evaluate([both], {"lives_here": "yes"})[0].missing == ("age",)


@pytest.mark.parametrize(
    "condition",
    [
        {"log": "x"},
        {"==": [{"var": "age.__class__"}, 1]},
        {"<=": [{"var": "isee"}, 10**13]},
        {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": {"!": 1}}}}}}}}}}}}}},
    ],
)
def test_a_malicious_condition_is_no_requirement(condition: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_requirement(condition)


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ({"==": [{"var": "shoe_size"}, 44]}, "expression_unknown"),
        ({"==": [{"var": "age"}, "yes"]}, "expression_mismatch"),
        ({"==": [{"var": "citizenship_kind"}, "martian"]}, "expression_choice"),
        ({"var": "is_carer"}, "expression_mismatch"),
        ({"+": [{"var": "age"}, 1]}, "expression_mismatch"),
    ],
)
async def test_a_condition_that_makes_no_sense_is_not_published(
    connection: AsyncConnection, condition: dict[str, Any], reason: str
) -> None:
    required = (a_requirement(condition),)
    assert faults(required) == {"uno": reason}
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        command = PublishService(
            ente_id=territory.ambito_id, slug="aiuto", card=home_care_card(), requirements=required
        )
        with pytest.raises(RequirementsNotSound):
            await publish_service(work, SYSTEM, command)


def test_two_requirements_have_two_keys() -> None:
    same = a_requirement({"==": [{"var": "lives_here"}, "yes"]})
    assert faults((same, same)) == {"requirements": "too_many_requirements"}


async def test_requirements_belong_to_the_version_with_which_they_were_published(connection: AsyncConnection) -> None:
    limit = [a_requirement({"<=": [{"var": "isee"}, euros * 100]}) for euros in (9000, 12000)]
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        old, new = [
            await publish_service(
                work,
                SYSTEM,
                PublishService(ente_id=territory.ambito_id, slug="aiuto", card=home_care_card(), requirements=(one,)),
            )
            for one in limit
        ]
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        assert await requirements_of(work, old) == (limit[0],)
        assert await requirements_of(work, new) == (limit[1],)
        assert (await published_service(work, SYSTEM, "aiuto")).requirements == (limit[1],)
        with pytest.raises(NotFound):
            await requirements_of(work, territory.ambito_id)


def test_the_requirements_of_the_starting_services_can_be_published() -> None:
    required = starting_requirements()
    assert required.keys() == SERVICES.keys()
    for slug, ones in required.items():
        assert faults(ones) == {}, slug
        assert ones, f"{slug}: who it is for"
        assert "isee" not in set[str]().union(*(one.facts for one in ones)), "limits are the ente's"


def test_the_limits_of_the_demo_say_that_they_are_invented() -> None:
    for slug, ones in example_limits().items():
        together = (*starting_requirements()[slug], *ones)
        assert faults(together) == {}
        assert all(one.sentence.in_("it").startswith("Esempio inventato") for one in ones)


def test_every_fact_can_be_asked_answered_and_shown() -> None:
    assert facts.SORTS.keys() == FACTS.keys()
    for fact in FACTS.values():
        assert (fact.unit is not None) == (fact.kind in (FieldKind.NUMBER, FieldKind.MONEY))
        assert (fact.most > 0) == (fact.unit is not None)
        for value, _label in fact.options:
            assert str(fact_words(fact, fact_value(fact, value))) != "Non si sa"


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("age", " 81 ", 81),
        ("isee", "8.400,50", 840050),
        ("isee", "0", 0),
        ("lives_here", "yes", "yes"),
        ("citizenship_kind", "non_eu", "non_eu"),
    ],
)
def test_an_answer_is_understood_as_people_write_it(key: str, typed: str, value: FactValue) -> None:
    assert fact_value(FACTS[key], typed) == value


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("age", "ottanta"), ("age", "-1"), ("age", "131"), ("age", ""), ("isee", "tanto"), ("isee", "NaN"),
        ("isee", "99999999999"), ("lives_here", "forse"), ("lives_here", ""), ("citizenship_kind", "yes"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(key: str, typed: str) -> None:
    with pytest.raises(NotAnAnswer):
        fact_value(FACTS[key], typed)
