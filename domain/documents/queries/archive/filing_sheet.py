"""One document of an archive: where it stands, its versions, and what the operator may do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.permissions import in_archives_of, may_annul_filing, may_move, may_replace, may_restrict
from domain.documents.queries.archive.door import filing, note, purpose_of
from domain.documents.queries.archive.filing_rows import FilingRow, filing_rows
from domain.documents.queries.document_file import document_file
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FilingSheet:
    """The document, all its versions, the newest first, and what may be done."""

    row: FilingRow
    versions: Sequence[FilingRow]
    may_change: bool
    may_replace: bool
    may_restrict: bool
    may_annul: bool


async def filing_sheet(work: UnitOfWork, operator: Operator, filing_id: UUID) -> FilingSheet:
    """The sheet; the reading is noted. Refuses NotAllowed, and NotFound for what is private to another office."""
    found = await filing(work, operator, filing_id)
    note(work, operator, found.person_id, found.ente_id, found.id, found)
    wanted = (
        select(Filing, Document)
        .join(Document, col(Document.id) == col(Filing.document_id))
        .where(col(Filing.series_id) == found.series_id, in_archives_of(operator))
        .order_by(col(Filing.created_at).desc(), col(Filing.id))
        .limit(MOST_VERSIONS)
    )
    versions = await filing_rows(work, operator, (await work.session.exec(wanted)).all())
    return FilingSheet(
        row=next(row for row in versions if row.id == filing_id),
        versions=versions,
        may_change=found.is_current and may_move(operator, found),
        may_replace=may_replace(operator, found),
        may_restrict=may_restrict(operator, found),
        may_annul=may_annul_filing(operator, found),
    )


async def archive_file(work: UnitOfWork, operator: Operator, filing_id: UUID) -> tuple[Document, bytes]:
    """The document and its bytes, also of a former version; noted with the reason that the roles say.

    Refuses NotAllowed, NotFound, FileNotIntact.
    """
    found = await filing(work, operator, filing_id)
    return await document_file(work, operator, found.document_id, purpose=purpose_of(operator, found))


MOST_VERSIONS = 100
"""Of one document: more is no paper any more."""
