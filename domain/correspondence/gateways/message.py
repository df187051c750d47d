"""A letter as an e-mail message."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime


@dataclass(frozen=True)
class Enclosure:
    """A file that goes with a letter: a PDF, or an entry for a calendar."""

    file_name: str
    content: bytes
    media_type: str = "application/pdf"


def calendar_file(text: str) -> Enclosure:
    """An iCalendar file as it goes with an e-mail."""
    return Enclosure("appuntamento.ics", text.encode(), "text/calendar")


@dataclass(frozen=True)
class Mail:
    """What an e-mail needs; ``key`` makes its Message-ID, the same however often it is sent."""

    key: str
    sender: str
    sender_name: str
    recipient: str
    language: str
    subject: str
    paragraphs: tuple[str, ...]
    written_at: datetime
    enclosure: Enclosure | None = None


def message_of(mail: Mail) -> EmailMessage:
    """The message: plain words, nothing loaded from anywhere. Refuses (``ValueError``) a broken address."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(mail.sender_name, addr_spec=mail.sender)
    message["To"] = Address(addr_spec=mail.recipient)
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = f"<letter.{mail.key}@{mail.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n\n".join(mail.paragraphs) + "\n", cte="quoted-printable")
    message["Content-Language"] = mail.language  # after the content, which takes such headers away
    if mail.enclosure is not None:
        maintype, _slash, subtype = mail.enclosure.media_type.partition("/")
        message.add_attachment(
            mail.enclosure.content, maintype=maintype, subtype=subtype, filename=mail.enclosure.file_name
        )
    return message
