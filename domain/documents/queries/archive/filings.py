"""The documents in the archive of a person: a page of them, or all for a file, found by folder, kind, day and words."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing, FilingWords
from domain.documents.permissions import in_archives_of, may_work_in_archive
from domain.documents.queries.archive.door import note
from domain.documents.queries.archive.filing_rows import FilingRow, filing_rows
from domain.documents.queries.archive.folders import IN_FORCE
from domain.documents.rules.shelving import folded
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork

MOST_ROWS = 5_000
"""Of a file."""


class ArchiveFilter(BaseModel):
    """Which documents: of a folder, of a kind, dated from a day to another, both included, with these words in them.

    ``also_past``: also annulled ones and versions that were replaced.
    """

    folder: str | None = None
    kind: DocumentKind | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    words: str = ""
    also_past: bool = False


async def filings(
    work: UnitOfWork, operator: Operator, person_id: UUID, wanted: ArchiveFilter, page: int = 1
) -> Page[FilingRow]:
    """A page, the latest day first; the look into the archive is noted. Refuses NotAllowed without the role.

    One person's documents are few: PostgreSQL finds them by the person, and reads their words one by one.
    """
    where = _conditions(operator, person_id, wanted)
    total = (await work.session.exec(_joined(select(sa.func.count(col(Filing.id)))).where(*where))).one()
    latest = _latest(where).offset(offset_of(page)).limit(PAGE_SIZE)
    note(work, operator, person_id, operator.ente_id, person_id)
    return Page(await _rows(work, operator, latest), max(1, page), PAGE_SIZE, total)


async def whole_archive(
    work: UnitOfWork, operator: Operator, person_id: UUID, wanted: ArchiveFilter
) -> Sequence[FilingRow]:
    """All of them for a file, up to five thousand; noted as well. Refuses NotAllowed."""
    note(work, operator, person_id, operator.ente_id, person_id)
    return await _rows(work, operator, _latest(_conditions(operator, person_id, wanted)).limit(MOST_ROWS))


def _conditions(operator: Operator, person_id: UUID, wanted: ArchiveFilter) -> list[sa.ColumnElement[bool]]:
    if not may_work_in_archive(operator):
        raise NotAllowed
    where: list[sa.ColumnElement[bool]] = [col(Filing.person_id) == person_id, in_archives_of(operator)]
    where += [col(Document.removed_at).is_(None)] if wanted.also_past else IN_FORCE
    if wanted.folder:
        where.append(col(Filing.folder) == wanted.folder)
    if wanted.kind is not None:
        where.append(col(Document.kind) == wanted.kind)
    if wanted.starts_on is not None:
        where.append(col(Filing.dated_on) >= wanted.starts_on)
    if wanted.ends_on is not None:
        where.append(col(Filing.dated_on) <= wanted.ends_on)
    if wanted.words.strip():
        where.append(_has_words(wanted.words.strip()))
    return where


def _has_words(words: str) -> sa.ColumnElement[bool]:
    """In the text or in the title: by the Italian root of the words, or just as they are written, accents aside."""
    asked = sa.func.websearch_to_tsquery("italian", words).op("||")(
        sa.func.websearch_to_tsquery("simple", folded(words))
    )
    title = sa.func.to_tsvector("italian", col(Filing.title)).op("||")(
        sa.func.to_tsvector("simple", sa.func.lower(col(Filing.title)))
    )
    nothing = sa.cast("", TSVECTOR)
    everything = title.op("||")(sa.func.coalesce(col(FilingWords.words), nothing))
    return everything.op("@@", is_comparison=True)(asked)


def _joined(asked: Any) -> Any:
    same = col(Document.id) == col(Filing.document_id)
    read = sa.and_(col(FilingWords.filing_id) == col(Filing.id), col(FilingWords.person_id) == col(Filing.person_id))
    return asked.select_from(Filing).join(Document, same).outerjoin(FilingWords, read)


def _latest(where: Sequence[sa.ColumnElement[bool]]) -> Any:
    wanted = _joined(select(Filing, Document)).where(*where)
    return wanted.order_by(col(Filing.dated_on).desc(), col(Filing.created_at).desc(), col(Filing.id))


async def _rows(work: UnitOfWork, operator: Operator, wanted: Any) -> list[FilingRow]:
    return await filing_rows(work, operator, (await work.session.exec(wanted)).all())
