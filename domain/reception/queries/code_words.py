"""The coded lists of the desk, as an ente uses them."""

from collections.abc import Sequence
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
