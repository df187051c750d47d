"""What correspondence does later. The post office is never called inside a transaction."""

from uuid import UUID

from domain.access.actions.links.note_delivery import note_delivery
from domain.access.queries.credentials.access_links import link_letter
from domain.correspondence.actions.deliver_code import deliver_code
from domain.correspondence.actions.deliver_letter import deliver_letter
from domain.correspondence.actions.notices.forget_notices import forget_notices
from domain.correspondence.actions.notices.mail_notice import mail_notice
from domain.correspondence.actions.remind_of_rectifications import RemindOfRectifications, remind_of_rectifications
from domain.correspondence.actions.tell_of_delegation import TellOfDelegation, tell_of_delegation
from domain.correspondence.actions.tell_of_opening import TellOfOpening, tell_of_opening
from domain.correspondence.actions.tell_of_title import TellOfTitle, tell_of_title
from domain.correspondence.actions.write_to_office import WriteToOffice, write_to_office
from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.correspondence.rules.link_letter import link_words
from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text
from domain.organization.queries.enti import ente
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

MOST_ATTEMPTS = 10
FIRST_PAUSE_SECONDS = 30
WHO, FORGETTING = System("deliver letter"), System("forget notices")


async def deliver_link(link_id: str, *, bind: Bind | None = None) -> None:
    """Send an operator the e-mail with a link; a link that was sent, used or cancelled, or is over, is left alone.

    What the server does not take now is tried again while the link lives. The link itself is kept nowhere.
    """
    url = settings().smtp_url
    mail, attempts = await _link_mail(UUID(link_id), bind) if url else (None, 0)
    if mail is None:
        return
    is_sent, is_over = True, False
    try:
        await smtp.send(mail, url)
    except (smtp.Never, smtp.NotNow) as refused:
        log.warning("link_not_sent", link_id=link_id, reason=type(refused).__name__)
        is_sent, is_over = False, isinstance(refused, smtp.Never) or attempts + 1 >= MOST_ATTEMPTS
    async with unit_of_work(WHO, bind=bind) as work:
        await note_delivery(work, UUID(link_id), is_sent=is_sent)
        if not is_sent and not is_over:
            await work.defer("deliver_link", link_id, delay_seconds=FIRST_PAUSE_SECONDS * 2**attempts)


async def _link_mail(link_id: UUID, bind: Bind | None) -> tuple[Mail | None, int]:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        letter = await link_letter(work, link_id)
        if letter is None:
            return None, 0
        sender = await ente(work, letter.ente_id)
        words = link_words(letter.purpose, given_name=letter.given_name, ente_name=sender.name, address=letter.address)
        mail = Mail(
            key=str(link_id),
            sender=settings().mail_from,
            sender_name=sender.name,
            recipient=letter.recipient,
            language=SOURCE.code,
            subject=say(words.subject, SOURCE.code),
            paragraphs=tuple(say(one, SOURCE.code) if isinstance(one, Text) else one for one in words.paragraphs),
            written_at=letter.made_at,
        )
    return mail, letter.attempts


async def tell_delegation(delegation_id: str, news: str, *, bind: Bind | None = None) -> None:
    """Write to both sides of a delegation. They may live in different enti, so it runs in no single one."""
    async with unit_of_work(WHO, bind=bind) as work:
        await tell_of_delegation(work, WHO, TellOfDelegation(delegation_id=UUID(delegation_id), news=news))


async def tell_title(
    guardianship_id: str, guardian_id: str, ente_id: str, news: str, *, bind: Bind | None = None
) -> None:
    """Write to a guardian, who may live in another ente than the person they act for."""
    command = TellOfTitle(
        guardianship_id=UUID(guardianship_id), guardian_id=UUID(guardian_id), ente_id=UUID(ente_id), news=news
    )
    async with unit_of_work(WHO, bind=bind) as work:
        await tell_of_title(work, command)


async def tell_opening(telling: str, *, bind: Bind | None = None) -> None:
    """Write to the head of an office that a protected person's file was opened."""
    await tell_of_opening(TellOfOpening.model_validate_json(telling), bind=bind)


async def remind_head(telling: str, *, bind: Bind | None = None) -> None:
    """Write to the head of an office that requests to put data right are about to be late."""
    await remind_of_rectifications(RemindOfRectifications.model_validate_json(telling), bind=bind)


async def deliver_to_office(writing: str, *, bind: Bind | None = None) -> None:
    """Write to an office at its own address."""
    await write_to_office(WriteToOffice.model_validate_json(writing), bind=bind)


async def forget_old_notices(*, bind: Bind | None = None) -> None:
    """Remove the notices to operators that nobody needs any more."""
    async with unit_of_work(FORGETTING, bind=bind) as work:
        await forget_notices(work, FORGETTING)


JOBS = {
    "forget_notices": forget_old_notices,
    "write_to_office": deliver_to_office,
    "remind_of_rectifications": remind_head,
    "tell_of_opening": tell_opening,
    "deliver_code": deliver_code,
    "deliver_letter": deliver_letter,
    "deliver_link": deliver_link,
    "mail_notice": mail_notice,
    "tell_of_delegation": tell_delegation,
    "tell_of_title": tell_title,
}
