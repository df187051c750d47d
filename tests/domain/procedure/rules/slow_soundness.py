"""The same judgement in the slow and plain way: by walking every walk up to a length, one after the other."""

from collections.abc import Iterator

from domain.procedure.rules.definition import ProcedureDefinition, Transition
from domain.procedure.terms import Effect

Walk = tuple[Transition, ...]


def _steps(definition: ProcedureDefinition, state: str) -> list[Transition]:
    return [one for one in definition.transitions if one.source == state]


def simple_walks(definition: ProcedureDefinition, origin: str, banned: frozenset[Effect]) -> Iterator[Walk]:
    """Every walk from ``origin`` that enters no state twice and makes no transition with a banned effect."""
    waiting: list[tuple[Walk, str, frozenset[str]]] = [((), origin, frozenset({origin}))]
    while waiting:
        walk, here, seen = waiting.pop()
        yield walk
        for one in _steps(definition, here):
            if one.target not in seen and one.effect not in banned:
                waiting.append(((*walk, one), one.target, seen | {one.target}))


def can_reach(definition: ProcedureDefinition, origin: str, goal: str, banned: frozenset[Effect] = frozenset()) -> bool:
    """Whether some walk from ``origin`` ends in ``goal``."""
    return any((walk[-1].target if walk else origin) == goal for walk in simple_walks(definition, origin, banned))


def unreachable(definition: ProcedureDefinition) -> set[str]:
    """States to which no walk leads."""
    return {one.key for one in definition.states if not can_reach(definition, definition.start, one.key)}


def endless(definition: ProcedureDefinition) -> set[str]:
    """States that are no end, have a way out, and from which no walk ends in an end."""
    ends = [one.key for one in definition.states if one.is_final]
    return {
        one.key
        for one in definition.states
        if not one.is_final
        and _steps(definition, one.key)
        and not any(can_reach(definition, one.key, end) for end in ends)
    }


def rejected_unwarned(definition: ProcedureDefinition) -> set[str]:
    """Rejections to which a walk leads that has met no notice."""
    if not definition.is_started_by_citizen or definition.exempt_from_notice:
        return set()
    banned = frozenset({Effect.ANNOUNCE_REJECTION, Effect.ASK_REVIEW})
    return {
        one.key
        for one in definition.transitions
        if one.effect is Effect.REJECT and can_reach(definition, definition.start, one.source, banned)
    }


def suspended_again(definition: ProcedureDefinition) -> set[str]:
    """Suspensions to which a walk leads that has met a suspension and no review since."""
    suspending = [one for one in definition.transitions if one.effect is Effect.SUSPEND_FOR_INTEGRATION]
    met = [one for one in suspending if can_reach(definition, definition.start, one.source)]
    banned = frozenset({Effect.ASK_REVIEW})
    return {
        second.key
        for first in met
        for second in suspending
        if can_reach(definition, first.target, second.source, banned)
    }
