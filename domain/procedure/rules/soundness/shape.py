"""Whether every state can be reached and left, and every way out is somebody's."""

from collections import Counter
from collections.abc import Iterator

from domain.kernel.languages import LANGUAGES
from domain.procedure.rules.definition import ProcedureDefinition, State, Transition
from domain.procedure.rules.soundness.findings import Finding, FindingKind, about_state, about_transition
from domain.procedure.rules.soundness.graph import reached, reaching
from domain.procedure.terms import Clock, Effect, Trigger


def state_problems(definition: ProcedureDefinition) -> Iterator[Finding]:
    """What is wrong with each state, in their order."""
    from_start = reached(definition, [definition.start])
    to_end = reaching(definition, [state.key for state in definition.states if state.is_final])
    for state in definition.states:
        if state.key not in from_start:
            yield about_state(FindingKind.UNREACHABLE, state)
        yield from _way_on(definition, state, reaches_end=state.key in to_end)
        if state.told is None:
            yield about_state(FindingKind.NOT_TOLD, state)
        elif any(not state.told.root.get(language.code, "").strip() for language in LANGUAGES):
            yield about_state(FindingKind.NOT_IN_ALL_LANGUAGES, state, is_blocking=False)
        if definition.automatic(state.key, Trigger.ON_EXPIRY) and state.days is None:
            yield about_state(FindingKind.NO_DAYS, state)


def _way_on(definition: ProcedureDefinition, state: State, *, reaches_end: bool) -> Iterator[Finding]:
    if state.is_final:
        return
    ways = definition.ways_out(state.key)
    if not ways:
        yield about_state(FindingKind.DEAD_END, state)
        return
    if not reaches_end:
        yield about_state(FindingKind.NO_END, state)
    if not any(_is_sure(one, state) for one in ways):
        yield about_state(FindingKind.UNDECIDED, state)


def _is_sure(way: Transition, state: State) -> bool:
    """Whether the office can take this way whenever it must, or a clock takes it: a citizen may never do anything."""
    match way.trigger:
        case None:
            return bool(way.roles)
        case Trigger.ON_EXPIRY:
            return state.days is not None
        case Trigger.ON_DUE:
            return state.clock is Clock.RUNNING
        case _:
            return False


def transition_problems(definition: ProcedureDefinition) -> Iterator[Finding]:
    """What is wrong with each transition, in their order."""
    names = Counter((one.source, _called(one)) for one in definition.transitions)
    moments = Counter((one.source, one.trigger) for one in definition.transitions)
    for one in definition.transitions:
        if names[one.source, _called(one)] > 1 or (one.trigger and moments[one.source, one.trigger] > 1):
            yield about_transition(FindingKind.ALIKE, one)
        if definition.state(one.source).is_final and one.effect is not Effect.ASK_REVIEW:
            yield about_transition(FindingKind.END_WITH_WAY_OUT, one)
        if not (one.roles or one.is_for_citizen or one.is_automatic):
            yield about_transition(FindingKind.NOBODY_MAY, one)
        asks = one.required_document_kinds or one.needs_visa or any(field.required for field in one.fields)
        if one.is_automatic and asks:
            yield about_transition(FindingKind.UNATTENDED, one)


def _called(transition: Transition) -> str:
    return " ".join(transition.name.in_("it").casefold().split())
