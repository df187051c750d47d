"""What the risk questions suggest; the operator decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.reception.terms.sheets import Outcome

GRAVE = ("violence", "no_shelter", "child_at_risk", "self_harm")
SERIOUS = ("alone_and_frail", "no_income")


@dataclass(frozen=True)
class Suggestion:
    """The outcome the answers point to; None when they point to nothing. ``is_hidden``: few may know of the contact."""

    outcome: Outcome | None
    is_hidden: bool = False


def suggest(answers: Mapping[str, object]) -> Suggestion:
    """Any grave risk suggests the emergency path, a serious one a proposal; violence also hides the contact."""
    said = {key for key, value in answers.items() if value == "yes"}
    if said.intersection(GRAVE):
        return Suggestion(Outcome.EMERGENCY, is_hidden="violence" in said)
    if said.intersection(SERIOUS):
        return Suggestion(Outcome.PROPOSAL)
    return Suggestion(None)
