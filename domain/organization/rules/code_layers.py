"""How what is common, what the ambito says and what the ente says of a code come together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, count
from typing import Any
from unicodedata import combining, normalize

COMMON, AMBITO, ENTE = 0, 1, 2
LAST = 1_000_000


@dataclass(frozen=True)
class Layer:
    """What one level (0 common, 1 ambito, 2 ente) says of a code; None where it says nothing.

    Its days say from when to when, both included, the code is offered; ``is_historic`` codes are offered no more.
    """

    level: int
    list_name: str
    code: str
    label: str | None = None
    parent: str | None = None
    common_code: str | None = None
    position: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_historic: bool = False
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def says_days(self) -> bool:
        """Whether this level says when the code is offered."""
        return self.is_historic or self.starts_on is not None or self.ends_on is not None

    def offers_on(self, day: date) -> bool:
        """Whether the code is offered on ``day``, as far as this level says."""
        starts, ends = self.starts_on or date.min, self.ends_on or date.max
        return not self.is_historic and starts <= day <= ends


@dataclass(frozen=True)
class Merged:
    """A code as an ente has it: ``level`` is who brought it in, ``common_code`` what it counts as."""

    level: int
    list_name: str
    code: str
    label: str
    parent: str | None
    common_code: str | None
    position: int
    starts_on: date | None
    ends_on: date | None
    is_active: bool
    attributes: Mapping[str, Any]


def merged(layers: Iterable[Layer], day: date) -> list[Merged]:
    """The codes in order of list, position and label; whether each is offered on ``day``.

    The nearest level that says something is believed: the ente, then the ambito, then what is common. A common code
    counts as itself. What stands under a class that is not offered is not offered either.
    """
    levels: dict[tuple[str, str], list[Layer]] = {}
    for layer in layers:
        levels.setdefault((layer.list_name, layer.code), []).append(layer)
    found = {key: _one(sorted(same, key=lambda one: -one.level), day) for key, same in levels.items()}
    rows = [_under(row, found.get((row.list_name, row.parent or ""))) for row in found.values()]
    return sorted(rows, key=lambda row: (row.list_name, row.position, row.label.casefold(), row.code))


def in_classes(rows: Sequence[Merged]) -> list[Merged]:
    """The same codes, each class followed by those that stand under it."""
    there = {row.code for row in rows}
    under: dict[str, list[Merged]] = {}
    for row in rows:
        under.setdefault(row.parent if row.parent in there and row.parent is not None else "", []).append(row)
    return [one for row in under.get("", []) for one in (row, *under.get(row.code, []))]


def _one(nearest_first: Sequence[Layer], day: date) -> Merged:
    first = nearest_first[-1]
    days = next((one for one in nearest_first if one.says_days), first)
    attributes: dict[str, Any] = {}
    for one in reversed(nearest_first):
        attributes |= one.attributes
    return Merged(
        level=first.level,
        list_name=first.list_name,
        code=first.code,
        label=_said(nearest_first, "label") or first.code,
        parent=_said(nearest_first, "parent"),
        common_code=first.code if first.level == COMMON else _said(nearest_first, "common_code"),
        position=next((one.position for one in nearest_first if one.position is not None), LAST),
        starts_on=days.starts_on,
        ends_on=days.ends_on,
        is_active=days.offers_on(day),
        attributes=attributes,
    )


def _said(nearest_first: Sequence[Layer], name: str) -> str | None:
    return next((value for one in nearest_first if (value := getattr(one, name)) is not None), None)


def _under(row: Merged, parent: Merged | None) -> Merged:
    if parent is None or parent.is_active or not row.is_active:
        return row
    return replace(row, is_active=False)


def searchable(words: str) -> str:
    """The words as they are searched: without capitals, accents and signs, each after a space."""
    plain = "".join(letter for letter in normalize("NFKD", words) if not combining(letter)).casefold()
    return "".join(f" {word}" for word in re.findall(r"[a-z0-9]+", plain))


def stem_of(label: str) -> str:
    """What a code made from a label starts with: capitals and underscores, at most 36 characters."""
    return "_".join(searchable(label).split()).upper()[:36].rstrip("_") or "VOCE"


def free_code(stem: str, taken: Iterable[str]) -> str:
    """The stem, or the stem with the first number that makes it none of ``taken``."""
    there = set(taken)
    return next(code for code in chain([stem], (f"{stem}_{number}" for number in count(2))) if code not in there)
