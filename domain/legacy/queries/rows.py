"""The rows of an import: for the steps of the jobs, and for the pages."""

from collections.abc import Collection, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.model.import_row import ImportRow
from domain.legacy.terms import ArchiveKind, Doubt, RowOutcome
from domain.platform.work import UnitOfWork


async def outcome_counts(work: UnitOfWork, import_id: UUID) -> dict[str, int]:
    """How many rows of each outcome, and how many right ones have a warning. The caller has found the import."""
    is_warned = sa.func.jsonb_array_length(col(ImportRow.warnings)) > 0
    warned = sa.func.count().filter(is_warned, col(ImportRow.outcome) != RowOutcome.REJECTED)
    wanted = (
        sa.select(col(ImportRow.outcome), sa.func.count(), warned)
        .where(col(ImportRow.import_id) == import_id)
        .group_by(col(ImportRow.outcome))
    )
    rows = (await (await work.session.connection()).execute(wanted)).all()
    counts = {one.value: 0 for one in RowOutcome}
    return counts | {row[0].value: row[1] for row in rows} | {"warned": sum(row[2] for row in rows)}


async def rows_after(work: UnitOfWork, system: System, import_id: UUID, number: int, most: int) -> Sequence[ImportRow]:
    """The rows that come after ``number`` in the file."""
    wanted = select(ImportRow).where(col(ImportRow.import_id) == import_id, col(ImportRow.number) > number)
    return (await work.session.exec(wanted.order_by(col(ImportRow.number)).limit(most))).all()


async def keys_up_to(work: UnitOfWork, system: System, import_id: UUID, number: int) -> list[tuple[int, Sequence[str]]]:
    """The keys of the rows up to ``number``, in order: of a trial that goes on after it was interrupted."""
    wanted = select(ImportRow.number, ImportRow.keys).where(
        col(ImportRow.import_id) == import_id, col(ImportRow.number) <= number
    )
    return [(row[0], row[1]) for row in (await work.session.exec(wanted.order_by(col(ImportRow.number)))).all()]


def to_be_written(found: ArchiveImport) -> sa.ColumnElement[bool]:
    """The SQL condition that a row is to be written and is not yet."""
    choice = sa.func.coalesce(col(ImportRow.choice), found.doubts.value)
    decided = sa.and_(col(ImportRow.outcome) == RowOutcome.DOUBTFUL, choice != Doubt.LEAVE_OUT.value)
    certain = col(ImportRow.outcome).in_((RowOutcome.NEW, RowOutcome.MATCHED))
    return sa.and_(col(ImportRow.import_id) == found.id, col(ImportRow.written_at).is_(None), sa.or_(certain, decided))


async def rows_to_write(work: UnitOfWork, system: System, found: ArchiveImport, most: int) -> Sequence[ImportRow]:
    """The next rows that are to be written, in the order of the file."""
    wanted = select(ImportRow).where(to_be_written(found)).order_by(col(ImportRow.number)).limit(most)
    return (await work.session.exec(wanted)).all()


async def count_to_write(work: UnitOfWork, found: ArchiveImport) -> int:
    """How many rows are to be written. The caller has found the import."""
    wanted = select(sa.func.count()).select_from(ImportRow).where(to_be_written(found))
    return (await work.session.exec(wanted)).one()


async def rows_to_undo(work: UnitOfWork, system: System, import_id: UUID, most: int) -> Sequence[ImportRow]:
    """The next rows whose writing is to be taken back, the last first."""
    wanted = select(ImportRow).where(
        col(ImportRow.import_id) == import_id,
        col(ImportRow.written_at).is_not(None),
        sa.not_(col(ImportRow.is_kept)),
    )
    return (await work.session.exec(wanted.order_by(col(ImportRow.number).desc()).limit(most))).all()


async def written_for(
    work: UnitOfWork, system: System, import_id: UUID, numbers: Collection[int]
) -> Sequence[WrittenRow]:
    """What was written for some rows."""
    wanted = select(WrittenRow).where(col(WrittenRow.import_id) == import_id, col(WrittenRow.number).in_(numbers))
    return (await work.session.exec(wanted)).all()


async def known_before(
    work: UnitOfWork, system: System, found: ArchiveImport, kind: ArchiveKind, external_ids: Collection[str]
) -> dict[str, UUID]:
    """What earlier files of the same archive have written, or found, under these keys of the archive."""
    if not external_ids:
        return {}
    wanted = (
        select(ImportRow.external_id, ImportRow.target_id)
        .join(ArchiveImport, col(ArchiveImport.id) == col(ImportRow.import_id))
        .where(
            col(ImportRow.ente_id) == found.ente_id,
            col(ImportRow.external_id).in_(external_ids),
            col(ImportRow.written_at).is_not(None),
            col(ArchiveImport.source) == found.source,
            col(ArchiveImport.kind) == kind,
            col(ArchiveImport.id) != found.id,
        )
        .order_by(col(ImportRow.written_at))
    )
    return {key: target for key, target in (await work.session.exec(wanted)).all() if target is not None}


async def count_written(work: UnitOfWork, found: ArchiveImport) -> int:
    """How many rows have been written and not taken back. The caller has found the import."""
    wanted = select(sa.func.count()).select_from(ImportRow)
    wanted = wanted.where(col(ImportRow.import_id) == found.id, col(ImportRow.written_at).is_not(None))
    return (await work.session.exec(wanted)).one()


async def last_tried(work: UnitOfWork, system: System, import_id: UUID) -> int:
    """The number of the last row that was tried; 0 when none was."""
    wanted = select(sa.func.max(col(ImportRow.number))).where(
        col(ImportRow.import_id) == import_id, col(ImportRow.outcome) != RowOutcome.UNTRIED
    )
    return (await work.session.exec(wanted)).one() or 0
