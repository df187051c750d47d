"""Messages as files: one `.eml` each, named by its arrival."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from uuid import uuid4

from aiosmtpd.smtp import SMTP, Envelope, Session

NAME = re.compile(r"[0-9]{8}T[0-9]{12}-[0-9a-f]{8}")


@dataclass(frozen=True)
class Kept:
    """A message that arrived: the name of its file, and the message."""

    name: str
    message: EmailMessage

    @property
    def text(self) -> str:
        """What a person reads, without formatting."""
        body = self.message.get_body(preferencelist=("plain", "html"))
        return body.get_content() if body else ""

    @property
    def attachments(self) -> list[EmailMessage]:
        """The files that came with it."""
        return [part for part in self.message.iter_attachments() if isinstance(part, EmailMessage)]


class MailFolder:
    """The folder of the messages, made if missing."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = path

    def keep(self, content: bytes) -> str:
        """Write one message; the name under which it is kept."""
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{uuid4().hex[:8]}"
        partial = self.path / f"{name}.partial"
        partial.write_bytes(content)
        partial.rename(self.path / f"{name}.eml")
        return name

    def newest_first(self) -> Iterator[Kept]:
        """Every message, the last one first."""
        for file in sorted(self.path.glob("*.eml"), reverse=True):
            if (found := self.find(file.stem)) is not None:
                yield found

    def find(self, name: str) -> Kept | None:
        """The message kept under ``name``; None for anything else, other paths included."""
        file = self.path / f"{name}.eml"
        if not NAME.fullmatch(name) or not file.is_file():
            return None
        return Kept(name, message_from_bytes(file.read_bytes(), policy=policy.default))


def text_message(recipient: str, text: str) -> bytes:
    """A text message in the form of an e-mail, as everything here is kept."""
    message = EmailMessage()
    message["X-Recipients"] = "".join(one for one in recipient if one.isalnum() or one == "+")[:20]
    message["Subject"] = "SMS"
    message["Date"] = format_datetime(datetime.now(UTC))
    message.set_content(text)
    return message.as_bytes()


class Keeper:
    """What the mail server does with a message: keep it, add who it was for, deliver nothing."""

    def __init__(self, folder: MailFolder) -> None:
        self.folder = folder

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep the message of ``envelope``."""
        recipients = ", ".join(envelope.rcpt_tos)
        self.folder.keep(f"X-Recipients: {recipients}\r\n".encode() + (envelope.original_content or b""))
        return "250 kept"
