"""How the columns of files were understood before, under their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.legacy.model.archive_import import ArchiveImport, ColumnMapping
from domain.legacy.queries.imports import archive_import
from domain.legacy.rules.headings import headings_key
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class MappingRow:
    """A saved mapping; ``fits``: the file has the same headings."""

    id: UUID
    name: str
    fits: bool


async def mapping_for(work: UnitOfWork, found: ArchiveImport) -> ColumnMapping | None:
    """The latest saved mapping of a file with the same headings. The caller has found the import."""
    wanted = select(ColumnMapping).where(
        col(ColumnMapping.ente_id) == found.ente_id,
        col(ColumnMapping.kind) == found.kind,
        col(ColumnMapping.headings_key) == headings_key(found.headings),
    )
    return (await work.session.exec(wanted.order_by(col(ColumnMapping.saved_at).desc()).limit(1))).first()


async def mappings(work: UnitOfWork, operator: Operator, import_id: UUID) -> Sequence[MappingRow]:
    """The saved mappings for the kind of an import, those that fit first. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    key = headings_key(found.headings)
    wanted = select(ColumnMapping).where(
        col(ColumnMapping.ente_id) == found.ente_id, col(ColumnMapping.kind) == found.kind
    )
    rows = (await work.session.exec(wanted.order_by(col(ColumnMapping.name)))).all()
    shown = [MappingRow(one.id, one.name, one.headings_key == key) for one in rows]
    return sorted(shown, key=lambda one: (not one.fits, one.name))
