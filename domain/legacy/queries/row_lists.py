"""The rows of an import as its pages list them: those with errors, those with warnings, those to be decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.text import Text
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.rules.rows import by_heading
from domain.legacy.terms import Doubt, RowOutcome
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.bulk.alike import reason_texts
from domain.registry.queries.names import names

SHOWN_COLUMNS = 6


@dataclass(frozen=True)
class RowRemark:
    """Something said of a cell: the heading, and the sentence."""

    column: str
    text: Text


@dataclass(frozen=True)
class ListedRow:
    """A row with some of its cells, by heading, and what is said of it."""

    number: int
    cells: Mapping[str, str]
    remarks: Sequence[RowRemark]


@dataclass(frozen=True)
class LikelyPerson:
    """A record that may be of the person of a row."""

    person_id: UUID
    full_name: str
    born_on: date | None
    reasons: Sequence[Text]


@dataclass(frozen=True)
class DoubtfulRow:
    """A row whose person may be in the registry; ``choice`` is what somebody has decided of it alone."""

    number: int
    cells: Mapping[str, str]
    choice: Doubt | None
    person_id: UUID | None
    likely: Sequence[LikelyPerson]


async def wrong_rows(work: UnitOfWork, operator: Operator, import_id: UUID, page: int = 1) -> Page[ListedRow]:
    """The rejected rows, in the order of the file. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    return await _listed(work, found, col(ImportRow.outcome) == RowOutcome.REJECTED, "problems", page)


async def odd_rows(work: UnitOfWork, operator: Operator, import_id: UUID, page: int = 1) -> Page[ListedRow]:
    """The right rows with a warning. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    warned = sa.and_(
        sa.func.jsonb_array_length(col(ImportRow.warnings)) > 0, col(ImportRow.outcome) != RowOutcome.REJECTED
    )
    return await _listed(work, found, warned, "warnings", page)


async def kept_rows(work: UnitOfWork, operator: Operator, import_id: UUID, page: int = 1) -> Page[ListedRow]:
    """The rows that undoing has left, as somebody has used what they wrote. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    return await _listed(work, found, sa.and_(sa.true(), col(ImportRow.is_kept)), "warnings", page)


async def doubtful_rows(work: UnitOfWork, operator: Operator, import_id: UUID, page: int = 1) -> Page[DoubtfulRow]:
    """The doubtful rows with who they may be; that those people were seen is noted. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    rows, total = await _rows(work, found, col(ImportRow.outcome) == RowOutcome.DOUBTFUL, page)
    known = await names(work, {UUID(one["id"]) for row in rows for one in row.candidates})
    for person_id in known:
        work.note_reading(
            Reading(
                person_id=person_id,
                ente_id=found.ente_id,
                subject=ReadingSubject.PERSON_CARD,
                subject_id=found.id,
                purpose=ReadingPurpose.ARCHIVE_IMPORT,
            )
        )
    items = [
        DoubtfulRow(
            row.number,
            _cells(found, row),
            row.choice,
            row.target_id,
            [_likely(one, known) for one in row.candidates if UUID(one["id"]) in known],
        )
        for row in rows
    ]
    return Page(items, page, PAGE_SIZE, total)


def remarks_of(kept: Sequence[Mapping[str, Any]]) -> list[RowRemark]:
    """What was said of a row, as sentences."""
    return [RowRemark(one["column"], Text(one["msgid"], one["values"])) for one in kept]


def _likely(one: Mapping[str, Any], known: Mapping[UUID, Any]) -> LikelyPerson:
    person = known[UUID(one["id"])]
    return LikelyPerson(UUID(one["id"]), person.full_name, person.born_on, reason_texts(one["reasons"]))


async def _listed(
    work: UnitOfWork, found: ArchiveImport, which: sa.ColumnElement[bool], said: str, page: int
) -> Page[ListedRow]:
    rows, total = await _rows(work, found, which, page)
    items = [ListedRow(row.number, _cells(found, row), remarks_of(getattr(row, said))) for row in rows]
    return Page(items, page, PAGE_SIZE, total)


async def _rows(
    work: UnitOfWork, found: ArchiveImport, which: sa.ColumnElement[bool], page: int
) -> tuple[Sequence[ImportRow], int]:
    here = sa.and_(col(ImportRow.import_id) == found.id, which)
    total = (await work.session.exec(select(sa.func.count()).select_from(ImportRow).where(here))).one()
    wanted = select(ImportRow).where(here).order_by(col(ImportRow.number))
    return (await work.session.exec(wanted.limit(PAGE_SIZE).offset(offset_of(page)))).all(), total


def _cells(found: ArchiveImport, row: ImportRow) -> dict[str, str]:
    """The first filled cells among the columns that are brought in, as they stand in the file."""
    cells, brought = by_heading(found.headings, row.cells), set(found.columns.values())
    wanted = [heading for heading in found.headings if heading in brought and cells.get(heading)]
    return {heading: cells[heading] for heading in wanted[:SHOWN_COLUMNS]}
