"""File a newer version of a paper: it counts from now on, and the former one can still be read."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.documents.actions.archive.keep_in_archive import KeepInArchive, keep_in_archive
from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.permissions import may_replace
from domain.documents.queries.archive.door import filing_to_change
from domain.documents.refusals import NotToBeReplaced
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ReplaceFiling(BaseModel):
    """Of which filing, the file, and the day that the newer version bears."""

    filing_id: UUID
    dated_on: date
    file_name: Annotated[str, StringConstraints(max_length=255)] = ""
    content: bytes | None = None


async def replace_filing(work: UnitOfWork, operator: Operator, command: ReplaceFiling) -> UUID:
    """The newer version stands where the former one stood, under the same words, as private as it was.

    Refuses NotFound, NotToBeReplaced, and what ``keep_in_archive`` refuses; the same file again is AlreadyInArchive.
    """
    former = await filing_to_change(work, operator, command.filing_id)
    if not may_replace(operator, former):
        raise NotToBeReplaced
    document = (await work.session.exec(select(Document).where(col(Document.id) == former.document_id))).one()
    newer = KeepInArchive(
        person_id=former.person_id,
        kind=document.kind,
        folder=former.folder,
        title=former.title,
        is_private=former.is_private,
        private_reason=former.private_reason,
        **command.model_dump(exclude={"filing_id"}),
    )
    newer_id = await keep_in_archive(work, operator, newer)
    await work.session.flush()  # the former one names it
    filing = (await work.session.exec(select(Filing).where(col(Filing.id) == newer_id))).one()
    filing.series_id = former.series_id
    former.give_way_to(newer_id)
    return newer_id
