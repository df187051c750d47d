"""Sends an operator the copy of a notice by e-mail: read, close, send, open, write."""

from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.correspondence.model.notice import Notice
from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.kernel.text import _
from domain.organization.queries.enti import ente
from domain.organization.queries.operators import operator_card
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

MOST_ATTEMPTS = 6
FIRST_PAUSE_SECONDS = 60
WHO = System("mail notice")


async def mail_notice(notice_id: str, attempt: int = 0, *, bind: Bind | None = None) -> None:
    """Send it, unless it was read meanwhile. What the server does not take now is tried again, later and later."""
    url = settings().smtp_url
    mail = await _mail(UUID(notice_id), bind) if url else None
    if mail is None:
        return
    try:
        await smtp.send(mail, url)
    except (smtp.Never, smtp.NotNow) as refused:
        log.warning("notice_not_mailed", notice_id=notice_id, reason=type(refused).__name__)
        if isinstance(refused, smtp.NotNow) and attempt + 1 < MOST_ATTEMPTS:
            async with unit_of_work(WHO, bind=bind) as work:
                await work.defer("mail_notice", notice_id, attempt + 1, delay_seconds=FIRST_PAUSE_SECONDS * 2**attempt)


async def _mail(notice_id: UUID, bind: Bind | None) -> Mail | None:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        notice = (await work.session.exec(select(Notice).where(col(Notice.id) == notice_id))).first()
        if notice is None or notice.read_at is not None:
            return None
        told = await operator_card(work, notice.operator_id)
        sender = await ente(work, notice.ente_id)
        lines = (_("Ciao %(name)s,", name=told.given_name), notice.sentence, _("Entra nel sito degli uffici:"))
        address = settings().backoffice_url.rstrip("/") + "/avvisi"
        return Mail(
            key=f"notice.{notice.id}",
            sender=settings().mail_from,
            sender_name=sender.name,
            recipient=told.email,
            language=SOURCE.code,
            subject=say(notice.kind.label, SOURCE.code),
            paragraphs=(*(say(one, SOURCE.code) for one in lines), address),
            written_at=notice.created_at,
        )
