"""An office puts a paper in the archive of a person."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.permissions import in_archives_of, may_work_in_archive
from domain.documents.queries.archive.folders import IN_FORCE, folder_choices
from domain.documents.refusals import AlreadyInArchive
from domain.documents.rules.shelving import has_words
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import card_within

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class KeepInArchive(BaseModel):
    """The file, whose it is, where it stands, the day that it bears; ``is_private`` needs its reason."""

    person_id: UUID
    kind: DocumentKind = DocumentKind.OTHER
    folder: str
    title: Title
    dated_on: date
    is_private: bool = False
    private_reason: Reason = ""
    file_name: Annotated[str, StringConstraints(max_length=255)] = ""
    content: bytes | None = None

    def problems(self, today: date) -> dict[str, Text]:
        """What is missing or cannot be, by field."""
        found: dict[str, Text] = {}
        if not self.content:
            found["file"] = _("Scegli il file da mettere in archivio.")
        if self.dated_on > today:
            found["dated_on"] = _("Il giorno del documento non può essere nel futuro.")
        if self.is_private and not self.private_reason:
            found["private_reason"] = _("Scrivi perché il documento è riservato.")
        return found


async def keep_in_archive(work: UnitOfWork, operator: Operator, command: KeepInArchive) -> UUID:
    """The paper stands in its folder; a private one is seen by the operator's office alone. Gives back the filing.

    Refuses NotAllowed without the role, NotFound for a person out of reach, Invalid by field (also ``file``),
    AlreadyInArchive for a file that the operator can find there.
    """
    if not may_work_in_archive(operator):
        raise NotAllowed
    problems = command.problems(work.today)
    if command.folder not in {one.code for one in await folder_choices(work, operator.ente_id)}:
        problems["folder"] = _("Scegli una delle cartelle.")
    if problems:
        raise Invalid(problems)
    person = await card_within(work, operator, command.person_id)
    document = await _document(work, operator, command, person.id, person.ente_id)
    if await _is_there(work, operator, document):
        raise AlreadyInArchive
    filing = Filing(
        ente_id=document.ente_id,
        person_id=document.person_id,
        document_id=document.id,
        series_id=document.id,
        source=FilingSource.OFFICE,
        office_id=operator.office_id,
        filed_by_id=operator.operator_id,
        words_read_at=None if has_words(document.media_type) else work.now,
        created_at=work.now,
        **command.model_dump(include={"folder", "title", "dated_on"}),
    )
    if command.is_private:
        document.private_to_id = operator.office_id
        filing.restrict(operator.office_id, command.private_reason)
    work.session.add(filing)
    return filing.id


async def _document(
    work: UnitOfWork, operator: Operator, command: KeepInArchive, person_id: UUID, ente_id: UUID
) -> Document:
    paper = AttachDocument(
        ente_id=ente_id if ente_id in operator.enti else operator.ente_id,
        person_id=person_id,
        kind=command.kind,
        title=command.title,
        file_name=command.file_name,
        content=command.content or b"",
        comes_as=FilingSource.OFFICE,
    )
    return await attach_document(work, operator, paper)


async def _is_there(work: UnitOfWork, operator: Operator, document: Document) -> bool:
    same = (
        select(Filing.id)
        .join(Document, col(Document.id) == col(Filing.document_id))
        .where(
            col(Filing.person_id) == document.person_id,
            col(Document.sha256) == document.sha256,
            in_archives_of(operator),
            *IN_FORCE,
        )
    )
    return (await work.session.exec(same)).first() is not None
