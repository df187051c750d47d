"""The buttons that add a row to a group of questions, or take one away: ``add:children``, ``remove:children:0``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowButton:
    """Which group; ``row`` is the one to take away, from 0, None to add one."""

    group: str
    row: int | None


def row_button(action: str) -> RowButton | None:
    """What the pressed button says; None for any other button."""
    verb, _, rest = action.partition(":")
    group, _, number = rest.partition(":")
    if verb == "add" and group:
        return RowButton(group, None)
    if verb == "remove" and number.isdecimal():
        return RowButton(group, int(number))
    return None
