"""What else is known of a code: what was typed, kept only where the list has a place for it and something changes."""

from collections.abc import Mapping, Sequence
from typing import Any


def kept_marks(typed: Mapping[str, Any], places: Sequence[str], inherited: Mapping[str, Any]) -> dict[str, Any]:
    """Of what was typed, by name, what the list has a place for and is not inherited as it is."""
    there = [name for name in places if name in typed]
    return {name: typed[name] for name in there if typed[name] != inherited.get(name, type(typed[name])())}
