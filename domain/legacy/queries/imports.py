"""The imports of an ente: the door to one, and the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.permissions import imports_shown_to
from domain.legacy.rules.limits import TableProblem
from domain.legacy.terms import ArchiveKind, Doubt, ImportStage
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ImportSheet:
    """An import as its page shows it. ``has_rows``: the term is not over, the rows may still be seen."""

    id: UUID
    ente_id: UUID
    kind: ArchiveKind
    stage: ImportStage
    source: str
    file_name: str
    problem: str
    asked_at: datetime
    asked_by: str
    headings: Sequence[str]
    columns: Mapping[str, str]
    choices: Mapping[str, str]
    doubts: Doubt
    counts: Mapping[str, int]
    done: int
    total: int
    expires_on: date
    has_rows: bool
    written_at: datetime | None
    undone_at: datetime | None
    undone_by: str
    undo_reason: str

    @property
    def problem_text(self) -> Text:
        """Why the file was not taken."""
        return TableProblem(self.problem).label if self.problem else TableProblem.UNREADABLE.label

    def counted(self, name: str) -> int:
        """How many; none where nothing was counted yet."""
        return self.counts.get(name, 0)


async def archive_import(work: UnitOfWork, actor: Actor, import_id: UUID, *, for_update: bool = False) -> ArchiveImport:
    """The import, locked when it is to be changed. Refuses NotFound to who does not administer its ente."""
    wanted = select(ArchiveImport).where(col(ArchiveImport.id) == import_id, imports_shown_to(actor))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def import_sheet(work: UnitOfWork, operator: Operator, import_id: UUID) -> ImportSheet:
    """One import, to be read. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    return (await _sheets(work, [found]))[0]


async def imports(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[ImportSheet]:
    """Those the operator sees, the latest first."""
    mine = imports_shown_to(operator)
    total = (await work.session.exec(select(sa.func.count()).select_from(ArchiveImport).where(mine))).one()
    wanted = select(ArchiveImport).where(mine).order_by(col(ArchiveImport.created_at).desc(), col(ArchiveImport.id))
    found = (await work.session.exec(wanted.limit(PAGE_SIZE).offset(offset_of(page)))).all()
    return Page(await _sheets(work, found), page, PAGE_SIZE, total)


async def _sheets(work: UnitOfWork, found: Sequence[ArchiveImport]) -> list[ImportSheet]:
    who = {one.operator_id for one in found} | {one.undone_by_id for one in found if one.undone_by_id}
    names = await operator_names(work, who)
    same = ("id", "ente_id", "kind", "stage", "source", "file_name", "problem", "headings", "columns", "choices")
    same += ("doubts", "counts", "done", "total", "expires_on", "written_at", "undone_at", "undo_reason")
    return [
        ImportSheet(
            **{name: getattr(one, name) for name in same},
            asked_at=one.created_at,
            asked_by=names.get(one.operator_id, ""),
            undone_by=names.get(one.undone_by_id, "") if one.undone_by_id else "",
            has_rows=one.removed_at is None,
        )
        for one in found
    ]
