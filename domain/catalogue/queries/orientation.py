"""What am I entitled to? A questionnaire over the facts at which the published services look; nothing is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from domain.catalogue.queries.published_services import PublishedService, published_services
from domain.catalogue.rules.facts import FACTS, Fact, FactValue, NotAnAnswer, fact_value
from domain.catalogue.rules.orientation import chance, rank, worth_asking
from domain.catalogue.rules.requirements import RequirementResult, evaluate
from domain.catalogue.terms import Chance
from domain.kernel.actor import Actor
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork

__all__ = ["Orientation", "OrientedService", "Turn", "orientation"]

ANSWER, DECLINE, BACK, RESULT, CHANGE = "answer", "decline", "back", "result", "change:"


class Turn(BaseModel):
    """What the page carried and what was pressed.

    ``known``: fact to the answer as it was typed, in the order of asking, empty for "I do not know or will not say".
    ``fact`` and ``value`` are the question just shown and what was typed; ``action`` is ``answer``, ``decline``,
    ``back``, ``result``, or ``change:`` with a fact.
    """

    known: dict[str, str] = {}
    fact: str = ""
    value: str = ""
    action: str = ANSWER


@dataclass(frozen=True)
class OrientedService:
    """A service, how it stands, and every requirement with its reason."""

    service: PublishedService
    chance: Chance
    results: tuple[RequirementResult, ...]


@dataclass(frozen=True)
class Orientation:
    """The next page: a question with what was typed before and why it was refused, or the services with reasons.

    ``left`` questions can still change something, the one on the page among them.
    """

    known: Mapping[str, str]
    services: Sequence[OrientedService]
    question: Fact | None = None
    typed: str = ""
    problem: Text | None = None
    left: int = 0
    answers: Mapping[str, FactValue | None] = field(default_factory=dict[str, FactValue | None])

    @property
    def number(self) -> int:
        """The number of the question on the page, from 1."""
        return len(self.answers) + 1

    @property
    def most(self) -> int:
        """How many questions there will be at most."""
        return len(self.answers) + max(self.left, 1)

    @property
    def facts(self) -> Sequence[tuple[Fact, FactValue | None]]:
        """What was answered, in the order of asking; None for what was not said."""
        return [(FACTS[key], value) for key, value in self.answers.items()]

    def of(self, group: Chance) -> Sequence[OrientedService]:
        """The services that stand like this, the nearest first."""
        return [one for one in self.services if one.chance is group]


async def orientation(work: UnitOfWork, actor: Actor, turn: Turn) -> Orientation:
    """The next page of the questionnaire, for whoever asks: the same answers give everybody the same services.

    Only what can still change how some service stands is asked; answers that cannot be are asked again.
    """
    move = _moved(turn)
    answers = _understood(move.known)
    services = [(service, evaluate(service.requirements, answers)) for service in await published_services(work, actor)]
    left = worth_asking([results for _service, results in services], answers)
    key = move.fact or (left[0] if left and turn.action != RESULT else "")
    ranked = sorted(services, key=lambda pair: rank(pair[1]))
    return Orientation(
        known={one: move.known[one] for one in answers},
        services=[OrientedService(service, chance(results), results) for service, results in ranked],
        question=FACTS.get(key),
        typed=move.typed,
        problem=move.problem,
        left=len(left),
        answers=answers,
    )


@dataclass(frozen=True)
class _Move:
    known: dict[str, str]
    fact: str = ""
    typed: str = ""
    problem: Text | None = None


def _moved(turn: Turn) -> _Move:
    """The answers after what was pressed, and the question to be shown if it is not just the next one."""
    known = {key: typed for key, typed in turn.known.items() if key in FACTS}
    if turn.action == BACK and known:
        key, typed = known.popitem()
        return _Move(known, key, typed)
    if turn.action.startswith(CHANGE):
        key = turn.action.removeprefix(CHANGE)
        typed = known.pop(key, "")
        return _Move(known, key, typed)
    fact = FACTS.get(turn.fact)
    if fact is None or turn.action in (BACK, RESULT):
        return _Move(known)
    if turn.action == DECLINE:
        return _Move(known | {fact.key: ""})
    try:
        fact_value(fact, turn.value)
    except NotAnAnswer as refused:
        return _Move(known, fact.key, turn.value, refused.message)
    return _Move(known | {fact.key: turn.value})


def _understood(known: Mapping[str, str]) -> dict[str, FactValue | None]:
    """The answers as facts; what no page of ours can have carried is left out, and so asked again."""
    found: dict[str, FactValue | None] = {}
    for key, typed in known.items():
        try:
            found[key] = fact_value(FACTS[key], typed) if typed else None
        except NotAnAnswer:
            continue
    return found
