"""Where one gets to from where, along the transitions of a procedure."""

from collections.abc import Callable, Iterable

from domain.procedure.rules.definition import ProcedureDefinition, Transition

Way = Callable[[Transition], bool]


def reached(definition: ProcedureDefinition, origins: Iterable[str], along: Way = lambda one: True) -> set[str]:
    """The states reached from ``origins``, themselves too, along the transitions that ``along`` allows."""
    return _spread(origins, [(one.source, one.target) for one in definition.transitions if along(one)])


def reaching(definition: ProcedureDefinition, goals: Iterable[str], along: Way = lambda one: True) -> set[str]:
    """The states from which one of ``goals`` is reached, themselves too."""
    return _spread(goals, [(one.target, one.source) for one in definition.transitions if along(one)])


def _spread(origins: Iterable[str], arrows: list[tuple[str, str]]) -> set[str]:
    nexts: dict[str, list[str]] = {}
    for source, target in arrows:
        nexts.setdefault(source, []).append(target)
    found, waiting = set(origins), list(origins)
    while waiting:
        for target in nexts.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found
