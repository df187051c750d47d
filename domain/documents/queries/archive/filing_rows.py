"""A document in the archive as lists and pages show it: the one place where its row is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.terms import FOLDER_LIST, DocumentKind, FilingSource
from domain.kernel.actor import Operator
from domain.organization.queries.codes import code_labels
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FilingRow:
    """A document in its folder; ``folder`` and ``office`` in words, ``size`` in bytes."""

    id: UUID
    document_id: UUID
    person_id: UUID
    folder_code: str
    folder: str
    title: str
    kind: DocumentKind
    dated_on: date
    expires_on: date | None
    is_expired: bool
    source: FilingSource
    office: str
    filed_by: str
    filed_at: datetime
    is_private: bool
    private_reason: str
    is_replaced: bool
    annulled_at: datetime | None
    annulment_reason: str
    file_name: str
    media_type: str
    size: int
    page_count: int


async def filing_rows(
    work: UnitOfWork, operator: Operator, found: Iterable[tuple[Filing, Document]]
) -> list[FilingRow]:
    """The rows, in their order; three questions for the names, however many there are."""
    pairs = list(found)
    folders = await code_labels(work, operator.ente_id, {(FOLDER_LIST, one.folder) for one, _document in pairs})
    offices = await office_names(work, {one.office_id for one, _document in pairs if one.office_id})
    people = await operator_names(work, {one.filed_by_id for one, _document in pairs if one.filed_by_id})
    return [
        FilingRow(
            id=one.id,
            document_id=document.id,
            person_id=one.person_id,
            folder_code=one.folder,
            folder=folders.get((FOLDER_LIST, one.folder), one.folder),
            title=one.title,
            kind=document.kind,
            dated_on=one.dated_on,
            expires_on=document.expires_on,
            is_expired=document.expires_on is not None and document.expires_on < work.today,
            source=one.source,
            office=office.name if one.office_id and (office := offices.get(one.office_id)) else "",
            filed_by=people.get(one.filed_by_id, "") if one.filed_by_id else "",
            filed_at=one.created_at,
            is_private=one.is_private,
            private_reason=one.private_reason,
            is_replaced=one.replaced_by_id is not None,
            annulled_at=one.annulled_at,
            annulment_reason=one.annulment_reason,
            file_name=document.file_name,
            media_type=document.media_type,
            size=document.size,
            page_count=document.page_count,
        )
        for one, document in pairs
    ]
