"""Why a housing need may be closed, in the words of an ente."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.housing.terms import CLOSINGS
from domain.organization.queries.codes import CodeRow, codes_of
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ClosingRow:
    """A reason, and the outcome it stands under (itself where it has no class)."""

    code: str
    reason: str
    outcome: str


async def closings(work: UnitOfWork, ente_id: UUID) -> Sequence[ClosingRow]:
    """Those offered today, in the order of the list; one question."""
    rows = (await codes_of(work, ente_id, (CLOSINGS,)))[CLOSINGS]
    classes = {row.parent for row in rows if row.parent}
    return [one for one in _rows(rows) if one.code not in classes]


async def closing_words(work: UnitOfWork, ente_id: UUID) -> dict[str, ClosingRow]:
    """All there ever were, by code, to read what was closed; one question."""
    rows = (await codes_of(work, ente_id, (CLOSINGS,), also_inactive=True))[CLOSINGS]
    return {one.code: one for one in _rows(rows)}


def _rows(rows: Sequence[CodeRow]) -> list[ClosingRow]:
    labels = {row.code: row.label for row in rows}
    return [ClosingRow(row.code, row.label, labels.get(row.parent or "", row.label)) for row in rows]
