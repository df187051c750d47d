"""What happens to files later: pieces of uploads go, days of the protocollo are closed, words of documents are read."""

import asyncio
from datetime import date, timedelta
from uuid import UUID

from domain.documents.actions.archive.keep_words import KeepWords, keep_words
from domain.documents.actions.close_register_day import CloseRegisterDay, close_register_day
from domain.documents.actions.destroy_document import DestroyDocument, destroy_document
from domain.documents.actions.keep_act import keep_act
from domain.documents.gateways.seal import seal_of
from domain.documents.gateways.store import file_store, uploads
from domain.documents.gateways.words_safely import words_safely
from domain.documents.queries.archive.unread_filings import unread_filings
from domain.documents.queries.register_days import day_content, days_to_close, last_closed
from domain.documents.queries.removed_documents import removed_documents
from domain.documents.rules.day_register import DayRegister, day_register
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.organization.queries.enti import ente
from domain.platform.files import FileDamaged, FileMissing
from domain.platform.observability import log
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import Bind, unit_of_work

KEPT_FOR = timedelta(hours=24)
MOST_READ = 60
WHO = System("close the days of the protocollo")
READER = System("read the words of documents")


async def discard_upload(upload_id: str, *, bind: Bind | None = None) -> None:
    """Throw away the pieces of an upload that has become a document. ``bind`` is not needed: nothing is written."""
    await uploads().discard(upload_id)


async def discard_abandoned_uploads(*, bind: Bind | None = None) -> int:
    """Throw away the pieces of uploads that received nothing for a day; say how many."""
    abandoned = await uploads().abandoned(before=utcnow() - KEPT_FOR)
    for upload_id in abandoned:
        await uploads().discard(upload_id)
    return len(abandoned)


async def destroy_removed_documents(*, bind: Bind | None = None) -> int:
    """Destroy what was taken back some days ago, one document in a transaction; say how many."""
    who, destroyed, last = System("destroy removed documents"), 0, None
    while True:
        async with unit_of_work(who, read_only=True, bind=bind) as work:
            found = await removed_documents(work, who, last)
        if not found:
            return destroyed
        for document_id in found:
            async with unit_of_work(who, bind=bind) as work:
                destroyed += await destroy_document(work, who, DestroyDocument(document_id=document_id))
        last = found[-1]


async def close_register_days(*, bind: Bind | None = None) -> int:
    """Close every past day that is still open, each ente's days in their order; say how many.

    A day has one file that names the one before it: stopped anywhere and run again, each day is closed once.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        open_days = await days_to_close(work, WHO)
    return sum([await _close(ente_id, day, bind) for ente_id, day in open_days])


async def _close(ente_id: UUID, day: date, bind: Bind | None) -> bool:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        writer = await ente(work, ente_id)
        entries, annulments = await day_content(work, WHO, ente_id, day)
        last = await last_closed(work, WHO, ente_id)
    if last is not None and last[0] >= day:
        return False
    seal = seal_of(writer.slug)
    register = DayRegister(writer.name, day, entries, annulments, last[1] if last else None, seal is not None)
    content = await asyncio.to_thread(to_pdf, day_register(register))
    stored = await keep_act(seal.sign(content) if seal else content)
    closed = CloseRegisterDay(
        ente_id=ente_id,
        registered_on=day,
        entries=len(entries),
        annulments=len(annulments),
        first_label=entries[0].label if entries else "",
        last_label=entries[-1].label if entries else "",
        address=stored.address,
        size=stored.size,
        sha256=stored.sha256,
        previous_sha256=register.previous_sha256,
        signed_by=seal.fingerprint if seal else None,
    )
    async with unit_of_work(WHO, bind=bind) as work:
        return await close_register_day(work, WHO, closed)


async def read_words(*, bind: Bind | None = None) -> int:
    """Read the words of documents that were filed since the last time, at most sixty; say how many.

    Each is kept by itself: stopped anywhere, the next run goes on. A file that cannot be read has no words.
    """
    async with unit_of_work(READER, read_only=True, bind=bind) as work:
        waiting = await unread_filings(work, READER, MOST_READ)
    for filing_id, address in waiting:
        try:
            text = await words_safely(await file_store().read(address))
        except (FileDamaged, FileMissing) as problem:
            log.error("words_not_read", filing_id=str(filing_id), reason=type(problem).__name__)
            text = ""
        async with unit_of_work(READER, bind=bind) as work:
            await keep_words(work, READER, KeepWords(filing_id=filing_id, text=text))
    return len(waiting)


JOBS = {
    "discard_upload": discard_upload,
    "discard_abandoned_uploads": discard_abandoned_uploads,
    "destroy_removed_documents": destroy_removed_documents,
    "close_register_days": close_register_days,
    "read_words": read_words,
}
