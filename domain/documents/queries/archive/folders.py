"""The folders of an archive, with how many documents stand in each: for the tree, and for choosing one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.permissions import in_archives_of, may_work_in_archive
from domain.documents.terms import FOLDER_LIST
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FolderRow:
    """A folder as the ente calls it; ``count`` documents that the operator sees stand in it."""

    code: str
    label: str
    is_active: bool
    count: int = 0


async def folders(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[FolderRow]:
    """All that are in use or hold something. What is annulled, replaced or private to others does not count.

    Refuses NotAllowed without the role.
    """
    if not may_work_in_archive(operator):
        raise NotAllowed
    wanted = (
        select(Filing.folder, sa.func.count(col(Filing.id)))
        .join(Document, col(Document.id) == col(Filing.document_id))
        .where(col(Filing.person_id) == person_id, in_archives_of(operator), *IN_FORCE)
        .group_by(col(Filing.folder))
    )
    counted = dict((await work.session.exec(wanted)).all())
    codes = (await codes_of(work, operator.ente_id, [FOLDER_LIST], also_inactive=True))[FOLDER_LIST]
    rows = [FolderRow(one.code, one.label, one.is_active, counted.pop(one.code, 0)) for one in codes]
    rows += [FolderRow(code, code, False, count) for code, count in sorted(counted.items())]
    return [row for row in rows if row.is_active or row.count]


async def folder_choices(work: UnitOfWork, ente_id: UUID) -> Sequence[FolderRow]:
    """Those in use, to put a document in: they tell nothing about anybody."""
    codes = (await codes_of(work, ente_id, [FOLDER_LIST]))[FOLDER_LIST]
    return [FolderRow(one.code, one.label, one.is_active) for one in codes]


IN_FORCE: tuple[sa.ColumnElement[bool], ...] = (
    col(Filing.annulled_at).is_(None),
    col(Filing.replaced_by_id).is_(None),
    col(Document.removed_at).is_(None),
)
"""What a list shows unless it is asked for more."""
