"""How services stand for somebody of whom some facts are known, and which facts are still worth asking."""

from collections.abc import Container, Iterable, Sequence

from domain.catalogue.rules.facts import FACTS
from domain.catalogue.rules.requirements import RequirementResult
from domain.catalogue.terms import Chance, Outcome

ORDER = tuple(Chance)


def chance(results: Sequence[RequirementResult]) -> Chance:
    """Likely when everything is met, unlikely when something without which there is no service is not.

    Everything between is possible: what is not known, what can be put right later, a service that does not say who may
    have it.
    """
    if any(one.outcome is Outcome.NOT_MET and one.requirement.is_blocking for one in results):
        return Chance.UNLIKELY
    if results and all(one.outcome is Outcome.MET for one in results):
        return Chance.LIKELY
    return Chance.POSSIBLE


def rank(results: Sequence[RequirementResult]) -> tuple[int, bool, int, int]:
    """What comes first has the smaller rank: by chance, then by how much is not met, then by how much is not known.

    Services that do not say who may have them come after those that do.
    """
    outcomes = [one.outcome for one in results]
    return ORDER.index(chance(results)), not results, outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNKNOWN)


def worth_asking(services: Iterable[Sequence[RequirementResult]], asked: Container[str]) -> tuple[str, ...]:
    """The facts that can still change how a service stands, in their order; not those that were ``asked`` already."""
    open_facts = {
        key for results in services if chance(results) is not Chance.UNLIKELY for one in results for key in one.missing
    }
    return tuple(key for key in FACTS if key in open_facts and key not in asked)
