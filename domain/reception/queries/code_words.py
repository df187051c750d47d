"""The coded lists of the desk, as an ente uses them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from domain.organization.queries.codes import CodeRow, codes_of
from domain.platform.work import UnitOfWork
from domain.reception.rules.section_forms import LISTS

CHANNELS, INTERLOCUTORS, REASONS = "accesso_modalita", "accesso_interlocutore", "accesso_motivo"
NEEDS, SERVICES, CATEGORIES = "bisogno", "servizio_richiesto", "categoria_sociale"
CIVIL_STATUS = "stato_civile"
ALL = (CHANNELS, INTERLOCUTORS, REASONS, NEEDS, SERVICES, CATEGORIES, CIVIL_STATUS, *LISTS)


async def desk_codes(work: UnitOfWork, ente_id: UUID) -> dict[str, list[CodeRow]]:
    """Every list a sheet is written with, in one question; also the codes no longer offered, to read older sheets."""
    return await codes_of(work, ente_id, ALL, also_inactive=True)


def choosable(rows: Sequence[CodeRow]) -> list[CodeRow]:
    """The codes that may be chosen: offered today, and no classes where a list has two levels."""
    parents = {row.parent for row in rows if row.parent}
    return [row for row in rows if row.is_active and row.code not in parents]


def labels(rows: Sequence[CodeRow]) -> dict[str, str]:
    """The label of each code."""
    return {row.code: row.label for row in rows}


def class_of(row: CodeRow, rows: Mapping[str, CodeRow]) -> str:
    """The class under which statistics put a need: that of the common need it counts as, else its own."""
    counted_as = rows.get(row.common_code or "", row)
    return counted_as.parent or counted_as.code


def needs_of_class(rows: Sequence[CodeRow], name: str) -> list[str]:
    """The needs that statistics put under the class ``name``; a need's own code means itself."""
    by_code = {row.code: row for row in rows}
    return [row.code for row in rows if name in (row.code, class_of(row, by_code))] or [name]
