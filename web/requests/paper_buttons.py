"""The buttons beside a document: ``reuse:identity:<id>``, ``up:identity:<id>``, ``more:identity``, ``done:…``."""

from dataclasses import dataclass
from uuid import UUID

VERBS = frozenset({"reuse", "up", "more", "done"})


@dataclass(frozen=True)
class PaperButton:
    """What is wanted for which question; ``target_id`` is what it is done to, None where nothing is named."""

    verb: str
    field: str
    target_id: UUID | None = None


def paper_button(action: str) -> PaperButton | None:
    """What the pressed button says; None for any other button."""
    verb, _, rest = action.partition(":")
    field, _, target = rest.partition(":")
    if verb not in VERBS or not field:
        return None
    try:
        return PaperButton(verb, field, UUID(target) if target else None)
    except ValueError:
        return None
