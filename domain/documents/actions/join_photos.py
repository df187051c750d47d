"""Photographs of one paper become one PDF, a page each."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.documents.gateways.pdfs import pages_to_pdf
from domain.documents.gateways.proven_content import proven_content
from domain.documents.gateways.store import file_store
from domain.documents.model.document import Document
from domain.documents.permissions import about_people_of
from domain.documents.rules.file_names import safe_name
from domain.documents.rules.file_problems import FileProblem, explain
from domain.documents.rules.intake_limits import IntakeLimits
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.files import StoredContent, TooLarge
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

PDF = "application/pdf"


class JoinPhotos(BaseModel):
    """The documents that are the pages, in their order, all of one person; the PDF is called after ``title``."""

    document_ids: list[UUID] = Field(min_length=1)
    title: str


async def join_photos(work: UnitOfWork, actor: Citizen | Operator, command: JoinPhotos) -> Document:
    """One document of the same person and kind. The pages stay: the caller takes them away.

    Refuses NotFound for what is not there or no photograph, FileNotIntact, and Invalid under ``file`` when all together
    are larger than a file may be.
    """
    pages = await _pages(work, actor, command.document_ids)
    stored = await _stored([await proven_content(page) for page in pages])
    first = pages[0]
    document = Document(
        ente_id=first.ente_id,
        person_id=first.person_id,
        kind=first.kind,
        title=command.title,
        file_name=safe_name(command.title, "pdf"),
        address=stored.address,
        media_type=PDF,
        size=stored.size,
        sha256=stored.sha256,
        page_count=len(pages),
    )
    work.session.add(document)
    await work.session.flush()  # others refer to it in this transaction
    return document


async def _pages(work: UnitOfWork, actor: Citizen | Operator, document_ids: Sequence[UUID]) -> list[Document]:
    wanted = select(Document).where(
        col(Document.id).in_(document_ids),
        about_people_of(actor),
        col(Document.media_type) == "image/jpeg",
        col(Document.removed_at).is_(None),
    )
    found = {page.id: page for page in (await work.session.exec(wanted)).all()}
    if set(found) != set(document_ids) or len({page.person_id for page in found.values()}) != 1:
        raise NotFound
    return [found[one] for one in document_ids]


async def _stored(photos: Sequence[bytes]) -> StoredContent:
    limits = IntakeLimits(size=settings().upload_limit_bytes)
    try:
        return await file_store().put(await asyncio.to_thread(pages_to_pdf, photos), limit=limits.size)
    except TooLarge as refused:
        raise Invalid({"file": explain(FileProblem.TOO_LARGE, limits)}) from refused
