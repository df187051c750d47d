"""The post office: an SMTP server. Tells what may pass later from what never will."""

from urllib.parse import unquote, urlsplit

import aiosmtplib
from aiosmtplib.errors import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from domain.correspondence.gateways.message import Mail, message_of

SECONDS = 30.0
FIRST_PERMANENT = 500


class NotNow(Exception):
    """The server does not take the letter now; it may later."""


class Never(Exception):
    """The letter cannot be delivered: the address is wrong or refused."""


async def send(mail: Mail, url: str) -> None:
    """Hand ``mail`` to the server at ``smtp://user:password@host:port`` or ``smtps://…``. No transaction is open.

    Raises ``NotNow`` when it may pass later, ``Never`` when it will not. With ``smtp`` the connection is encrypted
    where the server offers it.
    """
    try:
        message = message_of(mail)
    except ValueError as broken:
        raise Never from broken
    server = urlsplit(url)
    try:
        await aiosmtplib.send(
            message,
            hostname=server.hostname,
            port=server.port,
            timeout=SECONDS,
            use_tls=server.scheme == "smtps",
            username=unquote(server.username) if server.username else None,
            password=unquote(server.password) if server.password else None,
        )
    except SMTPRecipientsRefused as refused:
        raise _verdict(max((one.code for one in refused.recipients), default=0)) from refused
    except SMTPResponseException as refused:
        raise _verdict(refused.code) from refused
    except (SMTPException, OSError) as refused:
        raise NotNow from refused


def _verdict(code: int) -> Exception:
    return Never() if code >= FIRST_PERMANENT else NotNow()
