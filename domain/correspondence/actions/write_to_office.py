"""Writes to an office at the office's own address: nothing about anybody."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import office
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

MOST_ATTEMPTS = 10
FIRST_PAUSE_SECONDS = 30


class WriteToOffice(BaseModel):
    """Which office, on which occasion (``key``: it makes the number of the e-mail), what; how often it was tried."""

    key: str
    office_id: UUID
    subject: str
    paragraphs: tuple[str, ...]
    written_at: datetime
    attempt: int = 0


async def write_to_office(command: WriteToOffice, *, bind: Bind | None = None) -> None:
    """Send it. What the server does not take now is tried again, later and later.

    An office without an address is passed over, and without a post office nothing leaves.
    """
    url, who = settings().smtp_url, System("write to office")
    if not url:
        return
    async with unit_of_work(who, read_only=True, bind=bind) as work:
        there = await office(work, command.office_id)
        sender_name = (await ente(work, there.ente_id)).name
    if not there.email:
        return
    mail = Mail(
        key=f"office.{command.key}",
        sender=settings().mail_from,
        sender_name=sender_name,
        recipient=there.email,
        language=SOURCE.code,
        subject=command.subject,
        paragraphs=command.paragraphs,
        written_at=command.written_at,
    )
    try:
        await smtp.send(mail, url)
    except (smtp.Never, smtp.NotNow) as refused:
        log.warning("office_not_told", office_id=str(command.office_id), reason=type(refused).__name__)
        if isinstance(refused, smtp.NotNow) and command.attempt + 1 < MOST_ATTEMPTS:
            again = command.model_copy(update={"attempt": command.attempt + 1})
            async with unit_of_work(who, bind=bind) as work:
                pause = FIRST_PAUSE_SECONDS * 2**command.attempt
                await work.defer("write_to_office", again.model_dump_json(), delay_seconds=pause)
