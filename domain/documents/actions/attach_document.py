"""Take in a paper about a person: look at the file, keep its bytes, write it down, put it in its folder."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.gateways.examined_file import ExaminedFile, UnacceptableFile
from domain.documents.gateways.sandbox import examine_safely
from domain.documents.gateways.store import file_store
from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.rules.intake_limits import IntakeLimits
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.platform import locks
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program

FILE_FIELD = "file"


class AttachDocument(BaseModel):
    """A file and what it proves about whom; ``file_name`` is what the sender calls it and proves nothing.

    ``comes_as``: it goes to the archive of the person at once. Otherwise who asks files it when its matter is settled:
    when an application is sent, when a sheet is complete, or, what an office keeps by itself, with its own words.
    """

    ente_id: UUID
    person_id: UUID
    kind: DocumentKind
    title: Annotated[str, StringConstraints(max_length=200)]
    file_name: str
    content: bytes
    comes_as: FilingSource | None = None


async def attach_document(work: UnitOfWork, actor: Actor, command: AttachDocument) -> Document:
    """Keep the file as a document of the person; the same bytes again are the same document.

    What an office keeps by itself is always a document of its own: it may be made private, and nothing else with it.

    The bytes are stored before the commit, under an address made from them: if the commit fails, nobody finds them.
    Refuses Invalid, under ``file``, with the reason why this file cannot be taken. Row-level security refuses
    an ``actor`` who may not add papers about the person.
    """
    limits = IntakeLimits(size=settings().upload_limit_bytes)
    try:
        examined = await examine_safely(command.content, claimed_name=command.file_name, limits=limits)
    except UnacceptableFile as refused:
        raise Invalid({FILE_FIELD: refused.explanation}) from refused
    # what is kept may be a little larger than what came: a photo that was converted
    stored = await file_store().put(examined.content, limit=2 * limits.size)
    await locks.hold(work, "document", command.person_id, stored.sha256)
    await locks.hold(work, "bytes", stored.address)
    if not await file_store().exists(stored.address):  # housekeeping has destroyed the same bytes meanwhile
        await file_store().put(examined.content, limit=2 * limits.size)
    is_own = command.comes_as is FilingSource.OFFICE
    if not is_own and (known := await _known(work, command, stored.sha256)) is not None:
        return known
    document = _document(command, examined, stored.address, stored.sha256)
    work.session.add(document)
    await work.session.flush()  # others refer to it in this transaction
    if command.comes_as is not None and not is_own:
        async with as_the_program(work, "file document") as system:
            filed = FileDocuments(document_ids=(document.id,), source=command.comes_as)
            await file_documents(work, system, filed)
    return document


async def _known(work: UnitOfWork, command: AttachDocument, sha256: str) -> Document | None:
    kept_by_office = sa.and_(col(Filing.document_id) == col(Document.id), col(Filing.source) == FilingSource.OFFICE)
    same = select(Document).where(
        col(Document.person_id) == command.person_id,
        col(Document.ente_id) == command.ente_id,
        col(Document.kind) == command.kind,
        col(Document.sha256) == sha256,
        col(Document.removed_at).is_(None),
        sa.not_(sa.exists(select(Filing.id).where(kept_by_office))),
    )
    return (await work.session.exec(same)).first()


def _document(command: AttachDocument, examined: ExaminedFile, address: str, sha256: str) -> Document:
    return Document(
        ente_id=command.ente_id,
        person_id=command.person_id,
        kind=command.kind,
        title=command.title,
        file_name=examined.name,
        address=address,
        media_type=examined.media_type,
        size=examined.size,
        sha256=sha256,
        page_count=examined.page_count or 1,
    )
