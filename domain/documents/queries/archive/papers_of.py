"""The documents of a person as the person reads them: what was sent, and what we gave."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.queries.kind_rules import validities
from domain.documents.rules.validity import may_stand_for, standing
from domain.documents.terms import GIVEN_BY_US, DocumentKind, FilingSource, Origin, Standing
from domain.kernel.actor import Citizen
from domain.kernel.clock import ROME, midnight
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.platform.work import UnitOfWork

WITH_MESSAGES = (FilingSource.MESSAGE, FilingSource.OFFICE_MESSAGE)
ARRIVED = sa.func.coalesce(col(Document.held_at), col(Document.created_at))
IS_GIVEN = sa.func.coalesce(col(Filing.source).in_(GIVEN_BY_US), col(Document.kind) == DocumentKind.RECEIPT)


@dataclass(frozen=True)
class PaperFilter:
    """Which documents: of a kind, of a year (in Italy), from which side."""

    kind: DocumentKind | None = None
    year: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class PaperRow:
    """A document in the list of its person; ``size`` in bytes, ``arrived_at`` when it came in or was written."""

    id: UUID
    kind: DocumentKind
    title: str
    file_name: str
    size: int
    origin: Origin
    arrived_at: datetime
    expires_on: date | None
    standing: Standing
    is_reusable: bool


@dataclass(frozen=True)
class Papers:
    """A page of them, and the kinds and years of all, for the filters."""

    page: Page[PaperRow]
    kinds: Sequence[DocumentKind]
    years: Sequence[int]


async def papers_of(
    work: UnitOfWork,
    citizen: Citizen,
    person_id: UUID,
    wanted: PaperFilter,
    page: int = 1,
    *,
    among: Collection[UUID] | None = None,
    also_messages: bool = True,
) -> Papers:
    """The documents about a person that stand in the archive, the last first; what is only in a draft is not there.

    What an office has filed by itself stays out, and what was annulled; what is private PostgreSQL does not show.
    The caller has made sure that ``citizen`` may read them. Of a delegator PostgreSQL shows no archive: ``among`` are
    then the documents in scope. Files of conversations stay out unless ``also_messages``. A fixed number of questions,
    and one for each ente that keeps some of the page.
    """
    scope = _scope(person_id, among, also_messages=also_messages)
    year = sa.cast(sa.extract("year", sa.func.timezone(str(ROME), ARRIVED)), sa.Integer)
    counted = (
        select(col(Document.kind), year, IS_GIVEN, sa.func.count())
        .select_from(Document)
        .outerjoin(Filing, col(Filing.document_id) == col(Document.id))
    )
    groups = (await work.session.exec(counted.where(*scope).group_by(col(Document.kind), year, IS_GIVEN))).all()
    total = sum(many for kind, when, is_given, many in groups if _fits(wanted, kind, when, is_given=is_given))
    rows = (
        select(Document, IS_GIVEN)
        .outerjoin(Filing, col(Filing.document_id) == col(Document.id))
        .where(*scope, *_conditions(wanted))
        .order_by(ARRIVED.desc(), col(Document.id))
    )
    found = (await work.session.exec(rows.offset(offset_of(page)).limit(PAGE_SIZE))).all() if total else ()
    rules = {ente_id: await validities(work, ente_id) for ente_id in {one.ente_id for one, _given in found}}
    shown = [_row(work.today, one, is_given, rules) for one, is_given in found]
    return Papers(
        page=Page(shown, max(1, page), PAGE_SIZE, total),
        kinds=[kind for kind in DocumentKind if any(kind == one[0] for one in groups)],
        years=sorted({one[1] for one in groups}, reverse=True),
    )


def _scope(person_id: UUID, among: Collection[UUID] | None, *, also_messages: bool) -> list[Any]:
    there = [col(Document.person_id) == person_id, col(Document.removed_at).is_(None)]
    if among is not None:
        return [*there, col(Document.id).in_(among)]
    hidden = (FilingSource.OFFICE,) if also_messages else (FilingSource.OFFICE, *WITH_MESSAGES)
    return [*there, col(Filing.annulled_at).is_(None), col(Filing.source).not_in(hidden)]


def _conditions(wanted: PaperFilter) -> list[Any]:
    found: list[Any] = []
    if wanted.kind is not None:
        found.append(col(Document.kind) == wanted.kind)
    if wanted.year is not None:
        first, after = date(wanted.year, 1, 1), date(wanted.year + 1, 1, 1)
        found += [midnight(first) <= ARRIVED, midnight(after) > ARRIVED]
    if wanted.origin is not None:
        found.append(IS_GIVEN if wanted.origin is Origin.GIVEN else sa.not_(IS_GIVEN))
    return found


def _fits(wanted: PaperFilter, kind: DocumentKind, year: int, *, is_given: bool) -> bool:
    is_side = wanted.origin is None or (wanted.origin is Origin.GIVEN) == is_given
    return wanted.kind in (None, kind) and wanted.year in (None, year) and is_side


def _row(today: date, one: Document, is_given: bool, rules: dict[UUID, Any]) -> PaperRow:
    stands = standing(rules[one.ente_id][one.kind], one.expires_on, today)
    return PaperRow(
        id=one.id,
        kind=one.kind,
        title=one.title,
        file_name=one.file_name,
        size=one.size,
        origin=Origin.GIVEN if is_given else Origin.SENT,
        arrived_at=one.held_at or one.created_at,
        expires_on=one.expires_on,
        standing=Standing.VALID if is_given and one.expires_on is None else stands,
        is_reusable=one.held_at is not None and bool(may_stand_for(one.kind)) and stands is not Standing.EXPIRED,
    )
