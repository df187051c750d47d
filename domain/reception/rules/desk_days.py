"""When a thematic desk takes new contacts."""

from datetime import date

from domain.reception.terms.desks import DeskKind


def is_open_on(kind: DeskKind, opens_on: date | None, closes_on: date | None, day: date) -> bool:
    """A thematic desk is open between its days, both included; the others always."""
    if kind is not DeskKind.THEMATIC:
        return True
    return (opens_on is None or day >= opens_on) and (closes_on is None or day <= closes_on)
