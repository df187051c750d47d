"""Delivering letters: read, close, send, open, write. The post office is never called inside a transaction."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Enclosure, Mail
from domain.correspondence.model.letter import Letter
from domain.correspondence.terms import LetterStatus
from domain.documents.actions.open_file import open_file
from domain.documents.queries.document_file import file_to_send
from domain.kernel.actor import System
from domain.organization.queries.enti import ente
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

MOST_ATTEMPTS = 10
FIRST_PAUSE_SECONDS = 30
WHO = System("deliver letter")


async def deliver_letter(letter_id: str, *, bind: Bind | None = None) -> None:
    """Send a letter that waits; one that was sent before is left alone.

    What the server does not take now is tried again, later and later, ten times in all; then, and when the address is
    refused, the letter is FAILED and stays in the personal area. Without a post office in the settings it waits.
    """
    url = settings().smtp_url
    mail = await _mail(UUID(letter_id), bind) if url else None
    if mail is None:
        return
    try:
        await smtp.send(mail, url)
    except smtp.Never:
        await _failed(mail.key, bind)
    except smtp.NotNow:
        await _later(mail.key, bind)
    else:
        await _sent(mail.key, bind)


async def _mail(letter_id: UUID, bind: Bind | None) -> Mail | None:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        letter = (await work.session.exec(select(Letter).where(col(Letter.id) == letter_id))).first()
        if letter is None or letter.status is not LetterStatus.QUEUED:
            return None
        sender = await ente(work, letter.ente_id)
        enclosed = await file_to_send(work, WHO, letter.document_id) if letter.document_id else None
        mail = Mail(
            key=str(letter.id),
            sender=settings().mail_from,
            sender_name=sender.name,
            recipient=letter.recipient,
            language=letter.language,
            subject=letter.subject,
            paragraphs=tuple(letter.paragraphs),
            written_at=letter.created_at,
        )
    if enclosed is None:
        return mail
    return replace(mail, enclosure=Enclosure(enclosed[0], await open_file(enclosed[1])))


async def _sent(letter_id: str, bind: Bind | None) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        letter = await work.session.get_one(Letter, UUID(letter_id))
        letter.status, letter.sent_at, letter.attempts = LetterStatus.SENT, work.now, letter.attempts + 1


async def _failed(letter_id: str, bind: Bind | None) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        letter = await work.session.get_one(Letter, UUID(letter_id))
        letter.status, letter.attempts = LetterStatus.FAILED, letter.attempts + 1
    log.warning("letter_failed", letter_id=letter_id)


async def _later(letter_id: str, bind: Bind | None) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        letter = await work.session.get_one(Letter, UUID(letter_id))
        letter.attempts += 1
        if letter.attempts >= MOST_ATTEMPTS:
            letter.status = LetterStatus.FAILED
            log.warning("letter_given_up", letter_id=letter_id)
            return
        await work.defer("deliver_letter", letter_id, delay_seconds=FIRST_PAUSE_SECONDS * 2 ** (letter.attempts - 1))


JOBS = {"deliver_letter": deliver_letter}
