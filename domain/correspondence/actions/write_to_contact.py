"""Writes to an address or a number that somebody has given without being known: nothing is kept of it here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.correspondence.gateways import sms, smtp
from domain.correspondence.gateways.message import Mail, calendar_file
from domain.correspondence.queries.words.message_words import words_in_force
from domain.correspondence.rules.wording import Words, fill
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.kernel.mobile import check
from domain.kernel.text import Text
from domain.organization.queries.enti import ente
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


@dataclass(frozen=True)
class WriteToContact:
    """Where to, on which occasion (``key`` makes the number of the message), in the words of the ente for it.

    ``tags`` and ``path`` as in ``SendLetter``; ``calendar`` is an iCalendar file that goes with an e-mail.
    """

    key: str
    ente_id: UUID
    occasion: Occasion
    language: str
    path: str
    written_at: datetime
    email: str = ""
    phone: str = ""
    tags: Mapping[str, str | Text] = field(default_factory=dict)
    calendar: str = ""


async def write_to_contact(command: WriteToContact, *, bind: Bind | None = None) -> None:
    """Send it by e-mail, or by SMS to a mobile where there is no address. No transaction may be open.

    What the provider does not take now is raised, so that the job is tried again; what it never takes is let be.
    """
    async with unit_of_work(System("write to contact"), read_only=True, bind=bind) as work:
        sender = (await ente(work, command.ente_id)).name
        own = (await words_in_force(work, command.ente_id, command.occasion, command.language)).words
    tags = {name: say(one, command.language) if isinstance(one, Text) else one for name, one in command.tags.items()}
    words = fill(own, tags | {"ente": sender, "link": settings().portal_url.rstrip("/") + command.path})
    try:
        await _send(command, words, sender)
    except (smtp.Never, sms.Never, ValueError) as refused:
        log.warning("contact_not_told", key=command.key, reason=type(refused).__name__)


async def _send(command: WriteToContact, words: Words, sender: str) -> None:
    chosen = settings()
    if command.email and chosen.smtp_url:
        mail = Mail(
            key=command.key.replace(":", "."),
            sender=chosen.mail_from,
            sender_name=sender,
            recipient=command.email,
            language=command.language,
            subject=words.subject,
            paragraphs=words.paragraphs,
            written_at=command.written_at,
            enclosure=calendar_file(command.calendar) if command.calendar else None,
        )
        await smtp.send(mail, chosen.smtp_url)
    elif command.phone and chosen.sms_url and words.short:
        message = sms.TextMessage(key=command.key, recipient=check(command.phone), text=words.short)
        await sms.send(message, chosen.sms_url, chosen.sms_token.get_secret_value())
