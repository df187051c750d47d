"""The coded lists shipped with the program: one small file each, beside this module."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from domain.organization.rules.code_lists import CODE_LISTS
from domain.organization.terms import CodeSource

FOLDER = Path(__file__).with_name("lists")
PLAIN = ("code", "label", "parent", "starts_on", "ends_on", "historic")


@dataclass(frozen=True)
class ShippedCode:
    """A code of a shipped list. ``position`` is its place, by tens, so that an ente can put its own in between."""

    list_name: str
    code: str
    label: str
    parent: str | None
    position: int
    starts_on: date | None
    ends_on: date | None
    is_historic: bool
    source: CodeSource
    attributes: dict[str, Any] = field(default_factory=dict)


def shipped_codes() -> Iterator[ShippedCode]:
    """Every code of every list of this release. Long lists have no order of their own: they go by label."""
    for name, described in CODE_LISTS.items():
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
            for number, row in enumerate(csv.DictReader(opened), start=1):
                yield ShippedCode(
                    list_name=name,
                    code=row["code"],
                    label=row["label"],
                    parent=row.get("parent") or None,
                    position=0 if described.is_long else number * 10,
                    starts_on=_day(row.get("starts_on")),
                    ends_on=_day(row.get("ends_on")),
                    is_historic=row.get("historic") == "1",
                    source=described.source,
                    attributes={mark: _value(mark, row[mark]) for mark in described.marks if row.get(mark)},
                )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _value(mark: str, written: str) -> str | int | bool:
    if mark.startswith("is_"):
        return written == "1"
    return int(written) if mark == "most" else written
