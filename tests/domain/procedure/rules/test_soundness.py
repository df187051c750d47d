"""A procedure that is not sound says so, and where; compared with a slow judge who walks every walk."""

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from domain.kernel.roles import Role
from domain.platform.language import say
from domain.procedure.rules.definition import AskedField, ProcedureDefinition, State, Transition
from domain.procedure.rules.soundness.findings import FindingKind
from domain.procedure.rules.soundness.problems import problems
from domain.procedure.seeds.legal_calendar import legal_terms
from domain.procedure.terms import Clock, Effect, StateKind, Trigger
from tests.domain.procedure.rules import slow_soundness as slow
from tests.domain.procedure.rules.graphs import procedures, words

LAW = legal_terms()[date(2020, 7, 17)]
K = FindingKind
WORKER = (Role.SOCIAL_WORKER,)


def state(key: str, **more: Any) -> State:
    given: dict[str, Any] = {"kind": StateKind.OPEN} | more
    return State(key=key, name=words(key), told=words("Aspetta."), **given)


def way(source: str, target: str, effect: Effect = Effect.NONE, **more: Any) -> Transition:
    key = more.pop("key", f"{source}_{target}")
    if "trigger" not in more and "is_for_citizen" not in more:
        more.setdefault("roles", WORKER)
    return Transition(key=key, name=words(f"Da {key}"), source=source, target=target, effect=effect, **more)


def procedure(states: list[State], ways: list[Transition], **more: Any) -> ProcedureDefinition:
    return ProcedureDefinition(start=states[0].key, states=tuple(states), transitions=tuple(ways), **more)


def blocking(definition: ProcedureDefinition) -> list[tuple[FindingKind, str]]:
    found = [one for one in problems(definition, LAW) if one.is_blocking]
    return [(one.kind, one.transition or one.state or "") for one in found]


def sound() -> ProcedureDefinition:
    """Received, warned, rejected or granted."""
    return procedure(
        [state("a"), state("b", kind=StateKind.WAITING_FOR_CITIZEN, days=10), state("no", is_final=True),
         state("yes", is_final=True)],
        [way("a", "b", Effect.ANNOUNCE_REJECTION), way("b", "no", Effect.REJECT), way("a", "yes", Effect.GRANT),
         way("yes", "a", Effect.ASK_REVIEW, is_for_citizen=True)],
    )  # fmt: skip


def changed(transitions: list[Transition], **more: Any) -> ProcedureDefinition:
    base = sound()
    return procedure([*base.states], [*base.transitions, *transitions], **more)


def test_a_sound_procedure_has_nothing_against_it() -> None:
    assert blocking(sound()) == []
    assert {one.kind for one in problems(sound(), LAW)} == {K.NOT_IN_ALL_LANGUAGES}


@settings(deadline=None, max_examples=300)
@given(procedures(most=6, most_transitions=10))
def test_the_judgement_is_the_one_of_a_slow_judge(definition: ProcedureDefinition) -> None:
    found: dict[FindingKind, set[str]] = defaultdict(set)
    for one in problems(definition, LAW):
        found[one.kind].add(one.transition or one.state or "")
    assert found[K.UNREACHABLE] == slow.unreachable(definition)
    assert found[K.NO_END] == slow.endless(definition)
    assert found[K.NO_NOTICE] == slow.rejected_unwarned(definition)
    assert found[K.SUSPENDED_TWICE] == slow.suspended_again(definition)
    leaving = {one.source for one in definition.transitions}
    assert found[K.DEAD_END] == {s.key for s in definition.states if not s.is_final and s.key not in leaving}
    assert found[K.NOT_TOLD] == {s.key for s in definition.states if s.told is None}


@settings(deadline=None, max_examples=100)
@given(procedures())
def test_every_finding_is_a_whole_sentence_that_names_its_place(definition: ProcedureDefinition) -> None:
    for one in problems(definition, LAW):
        said = say(one.text, "it")
        assert said[0].isupper()
        assert said.endswith(".")
        assert "%(" not in said
        if one.transition and (found := definition.transition(one.transition)):
            assert found.name.in_("it") in said
        elif one.state:
            assert definition.state(one.state).name.in_("it") in said


@pytest.mark.parametrize(
    ("ways", "wrong"),
    [
        ([way("b", "b", Effect.NONE, key="x", roles=(), is_for_citizen=False)], (K.NOBODY_MAY, "x")),
        ([way("no", "a", Effect.RESUME, key="x")], (K.END_WITH_WAY_OUT, "x")),
        ([way("a", "no", Effect.REJECT, key="x")], (K.NO_NOTICE, "x")),
        ([way("a", "a", Effect.SUSPEND_FOR_INTEGRATION, key="x")], (K.SUSPENDED_TWICE, "x")),
        (
            [way("a", "yes", key="x", trigger=Trigger.ON_DUE, fields=(AskedField(key="why", label=words("Perché")),))],
            (K.UNATTENDED, "x"),
        ),
        ([way("a", "yes", key="x", trigger=Trigger.ON_EXPIRY)], (K.NO_DAYS, "a")),
    ],
)
def test_each_fault_is_found_where_it_is(ways: list[Transition], wrong: tuple[FindingKind, str]) -> None:
    assert blocking(changed(ways)) == [wrong]


def test_two_ways_out_that_look_the_same_are_told_apart() -> None:
    twin = way("a", "yes", key="twin").model_copy(update={"name": words("  DA a_yes ")})
    assert {(K.ALIKE, "a_yes"), (K.ALIKE, "twin")} == set(blocking(changed([twin])))
    timed = [way("b", "no", Effect.REJECT, key=key, trigger=Trigger.ON_EXPIRY) for key in ("one", "two")]
    assert {(K.ALIKE, "one"), (K.ALIKE, "two")} == set(blocking(changed(timed)))


@pytest.mark.parametrize(
    ("waiting", "out", "is_decided"),
    [
        ({}, {"is_for_citizen": True}, False),
        ({}, {"trigger": Trigger.ON_REPLY}, False),
        ({"days": 10}, {"trigger": Trigger.ON_EXPIRY}, True),
        ({}, {"trigger": Trigger.ON_DUE}, True),
        ({"clock": Clock.SUSPENDED}, {"trigger": Trigger.ON_DUE}, False),
        ({}, {"roles": WORKER}, True),
    ],
)
def test_a_state_never_waits_for_ever_for_somebody_who_need_not_come(
    waiting: dict[str, Any], out: dict[str, Any], is_decided: bool
) -> None:
    definition = procedure([state("w", **waiting), state("end", is_final=True)], [way("w", "end", **out)])
    assert ((K.UNDECIDED, "w") in blocking(definition)) is not is_decided


def test_an_excluded_procedure_needs_no_notice_when_it_says_by_which_law() -> None:
    direct = [way("a", "no", Effect.REJECT, key="x")]
    assert blocking(changed(direct, exempt_from_notice="L. 241/1990 art. 10-bis: procedure concorsuali")) == []
    assert blocking(changed(direct, is_started_by_citizen=False)) == []
    assert blocking(changed(direct, exempt_from_notice="  ")) == [(K.NO_NOTICE, "x")]


def test_a_long_term_needs_a_ground_and_none_is_longer_than_the_law_lets() -> None:
    base = sound()
    for days, ground, is_fine in ((90, "", True), (91, "", False), (180, "Reg. com. 4/2024", True), (181, "x", False)):
        definition = base.model_copy(update={"term_days": days, "term_ground": ground})
        assert (blocking(definition) == []) is is_fine, days


def test_after_a_review_the_term_may_be_suspended_once_more() -> None:
    asking = way("a", "a", Effect.SUSPEND_FOR_INTEGRATION, key="asks").model_copy(update={"target": "yes"})
    assert blocking(changed([asking])) == []
    back = way("yes", "a", key="back", is_for_citizen=True)
    assert (K.SUSPENDED_TWICE, "asks") in blocking(changed([asking, back]))


def test_what_does_not_hang_together_is_no_procedure() -> None:
    for states, ways in (
        ([state("a"), state("a")], []),
        ([state("a")], [way("a", "nowhere")]),
        ([state("a"), state("b")], [way("a", "b", key="x"), way("b", "a", key="x")]),
    ):
        with pytest.raises(ValueError, match=r"one key|no state"):
            procedure(states, ways)
