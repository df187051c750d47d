"""What is looked for, read from the answers that were given at a desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.housing.terms import DwellingKind, NeedReason


@dataclass(frozen=True)
class Wish:
    """A dwelling that somebody looks for; None is what was not said."""

    kind: DwellingKind
    reason: NeedReason | None
    rooms: int | None
    people: int | None
    most_rent: Decimal | None
    since_on: date


def wish_of(answers: Mapping[str, Any], contact_on: date) -> Wish | None:
    """The wish; None when no dwelling is asked for (help in a dispute, or with a contract, is none)."""
    kinds = {kind.value: kind for kind in DwellingKind}
    if (kind := kinds.get(answers.get("kind", ""))) is None:
        return None
    reasons = {reason.value: reason for reason in NeedReason}
    since = date.fromisoformat(answers["since"]) if answers.get("since") else contact_on
    return Wish(
        kind=kind,
        reason=reasons.get(answers.get("reason", "")),
        rooms=answers.get("rooms"),
        people=answers.get("people"),
        most_rent=Decimal(answers["most_rent"]) if answers.get("most_rent") else None,
        since_on=min(since, contact_on),
    )
