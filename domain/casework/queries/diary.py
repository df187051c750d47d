"""The diary of a case, a page at a time, the newest entry first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.case import Case, DiaryEntry
from domain.casework.permissions import diary_kinds
from domain.casework.queries.cases import joined_cases
from domain.casework.terms import DiaryKind
from domain.kernel.actor import Operator
from domain.kernel.page import Page, offset_of
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork

DIARY_PAGE = 20


@dataclass(frozen=True)
class DiaryRow:
    """What happened, when, and who wrote it; nobody wrote the automatic entries."""

    id: UUID
    kind: DiaryKind
    happened_at: datetime
    written_at: datetime
    author: str | None
    text: str
    application_id: UUID | None


async def diary_of(work: UnitOfWork, operator: Operator, case: Case, page: int = 1) -> Page[DiaryRow]:
    """A page of the diary of a case that ``operator`` has come to through its door; only the kinds one may read.

    What was written of the same person under another record, before the two were joined, is a part of it.
    """
    mine = (
        col(DiaryEntry.case_id).in_(await joined_cases(work, case)),
        col(DiaryEntry.kind).in_(diary_kinds(operator)),
    )
    total = (await work.session.exec(select(sa.func.count(col(DiaryEntry.id))).where(*mine))).one()
    newest = (
        select(DiaryEntry)
        .where(*mine)
        .order_by(col(DiaryEntry.happened_at).desc(), col(DiaryEntry.created_at).desc(), col(DiaryEntry.id))
    )
    entries = (await work.session.exec(newest.offset(offset_of(page, DIARY_PAGE)).limit(DIARY_PAGE))).all()
    authors = await operator_names(work, [entry.author_id for entry in entries if entry.author_id])
    rows = [
        DiaryRow(
            id=entry.id,
            kind=entry.kind,
            happened_at=entry.happened_at,
            written_at=entry.created_at,
            author=authors.get(entry.author_id) if entry.author_id else None,
            text=entry.text,
            application_id=entry.application_id,
        )
        for entry in entries
    ]
    return Page(rows, max(1, page), DIARY_PAGE, total)
