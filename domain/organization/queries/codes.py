"""The codes an ente uses, for forms and for reading: what is common, changed by its ambito, changed by itself.

They tell nothing about anybody: whoever may see the ente may ask.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.organization.queries.code_layers import Codes, answering, everywhere, layers_of, with_parents
from domain.organization.rules.code_layers import Merged, merged, searchable
from domain.organization.rules.code_lists import CODE_LISTS
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class CodeRow:
    """A code as the ente shows it.

    ``parent`` is the class it stands under. ``common_code`` is what it counts as in statistics, a common code as
    itself; None when it counts as nothing common. ``attributes`` holds what else is known of it (``is_economic``,
    ``siuss``, ``istat``, ``province``…).
    """

    list_name: str
    code: str
    label: str
    parent: str | None
    common_code: str | None
    is_active: bool
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)


async def codes_of(
    work: UnitOfWork, ente_id: UUID, names: Iterable[str], *, day: date | None = None, also_inactive: bool = False
) -> dict[str, list[CodeRow]]:
    """The codes of some lists by name, each in order of position and label; one question for all of them.

    Those offered on ``day`` (today), or all with ``also_inactive``. A long list is never given whole: ``find_codes``.
    """
    wanted = list(dict.fromkeys(names))
    if too_long := [name for name in wanted if CODE_LISTS[name].is_long]:
        raise ValueError(f"too long to be given whole: {too_long}")
    layers = await layers_of(work, ente_id, lambda codes: col(codes.list_name).in_(wanted))
    found: dict[str, list[CodeRow]] = {name: [] for name in wanted}
    for row in merged(layers, day or work.today):
        if row.is_active or also_inactive:
            found[row.list_name].append(row_of(row))
    return found


async def known_code(work: UnitOfWork, ente_id: UUID, list_name: str, code: str) -> CodeRow | None:
    """The code, also when it is not offered any more (``is_active`` says); None when the list never had it."""
    same = with_parents(ente_id, list_name, lambda codes: col(codes.code) == code)
    rows = merged(await layers_of(work, ente_id, same), work.today)
    return next((row_of(row) for row in rows if row.code == code), None)


async def code_labels(work: UnitOfWork, ente_id: UUID, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The labels of many codes at once, by (list, code), offered or not; one question, and none for nothing."""
    asked = set(wanted)
    if not asked:
        return {}

    def among(codes: Codes) -> sa.ColumnElement[bool]:
        return sa.tuple_(col(codes.list_name), col(codes.code)).in_(sorted(asked))

    rows = merged(await layers_of(work, ente_id, among), work.today)
    return {(row.list_name, row.code): row.label for row in rows}


async def find_codes(
    work: UnitOfWork, ente_id: UUID, list_name: str, typed: str, most: int = 20, *, also_inactive: bool = False
) -> list[CodeRow]:
    """The codes of a list, at most ``most``, every typed word of which begins a word of the label; or the code itself.

    Those whose label starts as typed come first, the shortest before. Accents, capitals and signs do not matter.
    ``also_inactive`` finds also what is offered no more: comuni that have ceased, where somebody was born.
    """
    words = searchable(typed).split()
    if not words:
        return []
    starts = " " + " ".join(words)

    def rank(codes: Codes) -> Any:
        return sa.case((col(codes.searched).startswith(starts, autoescape=True), 0), else_=1).label("rank")

    def length(codes: Codes) -> Any:
        return sa.func.length(col(codes.searched)).label("length")

    matches = everywhere(ente_id, answering(list_name, typed), lambda codes: col(codes.code), rank, length).subquery()
    best = sa.select(matches.c.code).order_by(matches.c.rank, matches.c.length, matches.c.code).limit(most * 3)
    best_codes = best.cte()
    chosen = with_parents(ente_id, list_name, lambda codes: col(codes.code).in_(sa.select(best_codes.c.code)))
    rows = [row for row in merged(await layers_of(work, ente_id, chosen), work.today) if _answers(row, words, typed)]
    rows.sort(key=lambda row: (not searchable(row.label).startswith(starts), len(row.label), row.label, row.code))
    return [row_of(row) for row in rows if row.is_active or also_inactive][:most]


def _answers(row: Merged, words: list[str], typed: str) -> bool:
    label = searchable(row.label)
    return row.code == typed.strip().upper() or all(f" {word}" in label for word in words)


def row_of(row: Merged) -> CodeRow:
    """What everybody may see of a code."""
    return CodeRow(
        list_name=row.list_name,
        code=row.code,
        label=row.label,
        parent=row.parent,
        common_code=row.common_code,
        is_active=row.is_active,
        attributes=row.attributes,
    )
