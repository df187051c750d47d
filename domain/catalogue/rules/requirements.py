"""Who may have a service, as data: sentences with a condition over named facts, and what they say of somebody.

What is not known is neither met nor not met. A condition of several parts is decided as soon as its known parts decide
it, and nothing that becomes known later changes that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from domain.catalogue.rules import conditions, value_types
from domain.catalogue.rules.facts import FACTS, SORTS, FactValue
from domain.catalogue.rules.operators import is_true
from domain.catalogue.rules.value_types import Nonsense, type_of
from domain.catalogue.terms import Outcome
from domain.platform.localised import Localised
from domain.registry.terms import IseeKind

MOST_REQUIREMENTS = 30
MEANS = frozenset({"isee", "has_isee"})
"""The facts that a certificate says."""
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Requirement(BaseModel):
    """One thing that must be true.

    ``sentence`` says it to people; ``condition`` says it of the facts in ``rules.facts``, in JSON Logic, with the
    numbers that the ente has chosen; ``how_to_mend`` is what somebody can do about it, None for what cannot be helped;
    ``source`` is the law or regulation with its article. ``is_blocking``: without it nobody gets the service; the
    others can be put right after asking. ``isee_kind`` says which ISEE counts where it looks at one: None the general
    one, ordinary or current. It holds as long as the version of the service that has it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    sentence: Localised
    condition: dict[str, Any]
    source: Localised
    how_to_mend: Localised | None = None
    is_blocking: bool = True
    isee_kind: IseeKind | None = None

    @field_validator("condition")
    @classmethod
    def _is_safe(cls, condition: dict[str, Any]) -> dict[str, Any]:
        conditions.check(condition)
        return condition

    @property
    def is_about_means(self) -> bool:
        """Whether it looks at an ISEE."""
        return bool(self.facts & MEANS)

    @property
    def facts(self) -> frozenset[str]:
        """The facts at which it looks."""
        return conditions.variables(self.condition)


@dataclass(frozen=True)
class RequirementResult:
    """What a requirement says of somebody: ``facts_used`` are those of its facts that are known, with their values.

    ``missing`` are those without which nothing can be said, in the order in which they are asked; none when the outcome
    is decided.
    """

    requirement: Requirement
    outcome: Outcome
    facts_used: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue])
    missing: tuple[str, ...] = ()


def evaluate(
    requirements: Sequence[Requirement], facts: Mapping[str, FactValue | None]
) -> tuple[RequirementResult, ...]:
    """Each requirement with its outcome, in their order. A fact that is None is as unknown as one that is not there."""
    known = {key: value for key, value in facts.items() if value is not None}
    return tuple(_result(one, known) for one in requirements)


def _result(requirement: Requirement, known: Mapping[str, FactValue]) -> RequirementResult:
    truth = _truth(requirement.condition, known)
    used = {key: known[key] for key in FACTS if key in requirement.facts and key in known}
    if truth is None:
        missing = tuple(key for key in FACTS if key in requirement.facts and key not in known)
        return RequirementResult(requirement, Outcome.UNKNOWN, used, missing)
    return RequirementResult(requirement, Outcome.MET if truth else Outcome.NOT_MET, used)


def _truth(node: Any, known: Mapping[str, FactValue]) -> bool | None:
    """Yes, no, or None while it depends on what is not known (the logic of Kleene)."""
    if not isinstance(node, dict):
        return is_true(node)
    operator, argument = next(iter(cast("dict[str, Any]", node).items()))
    arguments = cast("list[Any]", argument) if isinstance(argument, list) else [argument]
    if operator in ("and", "or"):
        parts = [_truth(one, known) for one in arguments]
        decisive = operator == "or"
        return decisive if decisive in parts else None if None in parts else not decisive
    if operator == "!":
        inner = _truth(arguments[0], known) if arguments else None
        return None if inner is None else not inner
    expression = cast("dict[str, Any]", node)
    if conditions.variables(expression) - known.keys():
        return None
    return is_true(conditions.value(expression, known))


def faults(requirements: Sequence[Requirement]) -> dict[str, str]:
    """Key of a requirement to the reason for which it cannot be published; empty when all can."""
    found: dict[str, str] = {}
    for one in requirements:
        try:
            if type_of(one.condition, SORTS).sort != value_types.FACT:
                found[one.key] = "expression_mismatch"
        except Nonsense as refused:
            found[one.key] = str(refused)
    if len({one.key for one in requirements}) != len(requirements) or len(requirements) > MOST_REQUIREMENTS:
        found["requirements"] = "too_many_requirements"
    return found
