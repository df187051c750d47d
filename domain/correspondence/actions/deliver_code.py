"""Sends the message with a one-time code, by e-mail or SMS: read, close, send, open, write."""

from uuid import UUID

from domain.access.actions.desk.note_code_delivery import note_code_delivery
from domain.access.queries.code_letters import CodeLetter, code_letter
from domain.correspondence.gateways import sms, smtp
from domain.correspondence.gateways.message import Mail
from domain.correspondence.rules.code_letter import CodeWords, code_words
from domain.kernel.actor import System
from domain.kernel.text import Text
from domain.organization.queries.enti import ente
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work
from domain.registry.terms import ContactKind

WHO = System("deliver one-time code")
PAUSES = (3, 15, 60)
"""Seconds before each further try: who waits for a code does not wait for long."""


async def deliver_code(code_id: str, *, bind: Bind | None = None) -> None:
    """Send the code; nothing leaves when nobody has the contact, and one sent, used or over is left alone."""
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        letter = await code_letter(work, UUID(code_id))
        sender = (await ente(work, letter.ente_id)).name if letter else ""
    if letter is None or not _way_out(letter.kind):
        return
    is_sent, is_over = True, False
    try:
        await _send(code_id, letter, sender, code_words(letter.code, sender, is_proof=letter.is_proof))
    except (smtp.Never, sms.Never, smtp.NotNow, sms.NotNow) as refused:
        log.warning("code_not_sent", code_id=code_id, reason=type(refused).__name__)
        is_sent, is_over = False, isinstance(refused, smtp.Never | sms.Never) or letter.attempts >= len(PAUSES)
    async with unit_of_work(WHO, bind=bind) as work:
        await note_code_delivery(work, UUID(code_id), is_sent=is_sent)
        if not is_sent and not is_over:
            await work.defer("deliver_code", code_id, delay_seconds=PAUSES[letter.attempts])


def _way_out(kind: ContactKind) -> str:
    return settings().sms_url if kind is ContactKind.PHONE else settings().smtp_url


async def _send(code_id: str, letter: CodeLetter, sender: str, words: CodeWords) -> None:
    url, language = _way_out(letter.kind), letter.language
    if letter.kind is ContactKind.PHONE:
        message = sms.TextMessage(key=code_id, recipient=letter.recipient, text=say(words.short, language))
        await sms.send(message, url, settings().sms_token.get_secret_value())
        return
    mail = Mail(
        key=code_id,
        sender=settings().mail_from,
        sender_name=sender,
        recipient=letter.recipient,
        language=language,
        subject=say(words.subject, language),
        paragraphs=tuple(say(one, language) if isinstance(one, Text) else one for one in words.paragraphs),
        written_at=letter.made_at,
    )
    await smtp.send(mail, url)
