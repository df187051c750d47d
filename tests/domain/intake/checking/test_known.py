"""Which facts count when an application is examined, and what is said when one is missing."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.queries.form_of import Field, FormDefinition, Localised, Step
from domain.catalogue.queries.requirements import FACTS, Requirement, evaluate
from domain.catalogue.terms import NO, YES, FieldKind, Outcome
from domain.intake.rules.checking.from_answers import from_answers
from domain.intake.rules.checking.known import ANSWERED, KnownFact, is_a_value, together
from domain.intake.rules.checking.reasons import LONGEST, Missing, reasons_text
from domain.kernel.languages import LANGUAGES
from domain.registry.terms import FactSource

DAY = date(2026, 3, 2)
PAPER = FactSource.DOCUMENT.label
VALUES = st.one_of(st.integers(-5, 10**10), st.sampled_from([YES, NO, "it", "eu", "non_eu", "unknown", ""]), st.none())
FACT = st.builds(
    lambda key, value, source: KnownFact(key, value, source, DAY),
    st.sampled_from([*FACTS, "shoe_size"]),
    VALUES,
    st.sampled_from([PAPER, ANSWERED]),
)
BELOW = Requirement(
    key="isee_below",
    sentence=Localised({"it": "L'ISEE non supera 15.000 euro."}),
    condition={"<=": [{"var": "isee"}, 1_500_000]},
    source=Localised({"it": "Regolamento comunale, articolo 4."}),
    how_to_mend=Localised({"it": "Se il reddito è sceso, chiedi un ISEE corrente."}),
)


@given(st.lists(FACT, max_size=12), st.lists(FACT, max_size=12))
def test_what_is_on_record_comes_before_what_was_answered_and_nonsense_is_no_fact(
    registered: list[KnownFact], answered: list[KnownFact]
) -> None:
    found = together(registered, answered)
    sound = [one for one in (*registered, *answered) if is_a_value(one.key, one.value)]
    assert set(found) == {one.key for one in sound}
    for key, fact in found.items():
        assert is_a_value(key, fact.value)
        assert fact.told != fact.value
        on_record = [one.value for one in registered if one.key == key and is_a_value(key, one.value)]
        assert not on_record or fact.value == on_record[-1]


@given(FACT.filter(lambda one: is_a_value(one.key, one.value)))
def test_a_fact_that_was_kept_reads_the_same_later(fact: KnownFact) -> None:
    assert KnownFact.of_kept(fact.as_kept()) == fact


def asked(kind: FieldKind, tells: str | None, **more: Any) -> Field:
    return Field(key=tells or "other", kind=kind, label=Localised({"it": "Domanda"}), tells=tells, **more)


def test_only_answers_to_questions_that_are_asked_and_say_something_are_facts() -> None:
    shown = asked(FieldKind.MONEY, "isee", only_if={"==": [{"var": "has_isee"}, YES]})
    form = FormDefinition(
        steps=(Step(key="one", title=Localised({"it": "Uno"}), fields=(asked(FieldKind.YES_NO, "has_isee"), shown)),)
    )
    yes = from_answers(form, {"has_isee": "yes", "isee": "8.400,50"}, DAY)
    assert [(one.key, one.value) for one in yes] == [("has_isee", YES), ("isee", 840_050)]
    assert [one.key for one in from_answers(form, {"has_isee": "no", "isee": "8.400,50"}, DAY)] == ["has_isee"]
    assert from_answers(form, {"has_isee": "unknown"}, DAY) == []


def test_the_reason_names_the_rule_the_fact_its_source_its_day_and_what_to_do() -> None:
    isee = KnownFact("isee", 1_600_000, PAPER, DAY)
    (result,) = evaluate([BELOW], {"isee": isee.value})
    assert result.outcome is Outcome.NOT_MET
    text = reasons_text([Missing(BELOW, [isee], "Il foglio è del 2 marzo.")], "it")
    for words in (
        "Manca un requisito: L'ISEE non supera 15.000 euro.",
        "16.000,00",
        "Documento visto",
        "2 marzo 2026",
        "Il foglio è del 2 marzo.",
        "Regolamento comunale, articolo 4.",
        "chiedi un ISEE corrente",
    ):
        assert words in text


@given(st.integers(0, 60), st.sampled_from([one.code for one in LANGUAGES]))
def test_reasons_fit_into_the_field_of_the_procedure_and_are_never_cut_in_half(count: int, code: str) -> None:
    text = reasons_text([Missing(BELOW, [])] * count, code)
    assert len(text) <= LONGEST
    assert bool(text) == bool(count)
    assert not text or text.count("Regolamento comunale, articolo 4.") == text.count("15.000 euro")
