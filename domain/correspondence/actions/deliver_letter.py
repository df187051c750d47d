"""Delivers a message by one channel: read, close, call outside, open, write. Obeys the profile that holds now."""

import time
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.gateways import sms, smtp
from domain.correspondence.gateways.message import Enclosure, Mail, calendar_file
from domain.correspondence.model.letter import Delivery, DeliveryAttempt, Letter
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.rules.safe_contact import SafeContact, hours_to_obey
from domain.correspondence.rules.shipped_words import ONLY_THAT
from domain.correspondence.rules.when_to_send import when_to_send
from domain.correspondence.terms import Answer, Channel, DeliveryStatus
from domain.documents.actions.open_file import open_file
from domain.documents.queries.document_file import file_to_send
from domain.kernel.actor import System
from domain.organization.queries.enti import ente
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

MOST_ATTEMPTS = 10
FIRST_PAUSE_SECONDS = 30
WHO = System("deliver letter")


@dataclass(frozen=True)
class _Hold:
    """The message does not leave now: never by this channel (None), or in some seconds."""

    seconds: float | None


async def deliver_letter(delivery_id: str, *, bind: Bind | None = None) -> None:
    """Send a delivery that waits; one that was sent before, or given up, is left alone.

    What the person has chosen since it was written counts: a channel that is no longer safe is not used (WITHHELD), an
    hour that is not safe is waited for. What the provider does not take now is tried again, later and later, ten times
    in all. Without a post office, or a gateway for SMS, in the settings it waits.
    """
    found = await _found(UUID(delivery_id), bind)
    if isinstance(found, _Hold):
        await _hold(delivery_id, found, bind)
    elif found is not None:
        await _try(delivery_id, found, bind)


async def _try(delivery_id: str, found: Mail | sms.TextMessage, bind: Bind | None) -> None:
    started, answer, problem = time.monotonic(), Answer.TAKEN, ""
    try:
        await _send(found)
    except (smtp.Never, sms.Never) as refused:
        answer, problem = Answer.NEVER, _kind(refused)
    except (smtp.NotNow, sms.NotNow) as refused:
        answer, problem = Answer.NOT_NOW, _kind(refused)
    await _note(delivery_id, answer, problem, round((time.monotonic() - started) * 1000), bind)


async def _send(found: Mail | sms.TextMessage) -> None:
    chosen = settings()
    if isinstance(found, Mail):
        await smtp.send(found, chosen.smtp_url)
    else:
        await sms.send(found, chosen.sms_url, chosen.sms_token.get_secret_value())


def _kind(refused: Exception) -> str:
    """Of which kind the problem was, never what the server says: it may repeat the address."""
    return type(refused.__cause__ or refused).__name__


async def _found(delivery_id: UUID, bind: Bind | None) -> Mail | sms.TextMessage | _Hold | None:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        wanted = select(Delivery, Letter).join(Letter, col(Letter.id) == col(Delivery.letter_id))
        row = (await work.session.exec(wanted.where(col(Delivery.id) == delivery_id))).first()
        if row is None or row[0].status is not DeliveryStatus.QUEUED or not _way_out(row[0].channel):
            return None
        delivery, letter = row
        safe = await safe_contact_of(work, letter.person_id)
        if not safe.allows(delivery.channel):
            return _Hold(None)
        own = await message_hours(work, letter.ente_id)
        leaves_at = when_to_send(work.now, hours_to_obey(safe, own.hours, is_urgent=letter.is_urgent))
        if leaves_at > work.now:
            return _Hold((leaves_at - work.now).total_seconds())
        sender = own.neutral_sender if safe.is_sender_neutral else (await ente(work, letter.ente_id)).name
        made = _made(letter, delivery, safe, sender)
        is_bare = not isinstance(made, Mail) or made.subject != letter.subject
        if letter.calendar and not is_bare:
            return replace(made, enclosure=calendar_file(letter.calendar))
        enclosed = None
        if letter.document_id and not is_bare:
            enclosed = await file_to_send(work, WHO, letter.document_id)
    if enclosed is None or not isinstance(made, Mail):
        return made
    return replace(made, enclosure=Enclosure(enclosed[0], await open_file(enclosed[1])))


def _way_out(channel: Channel) -> str:
    return settings().smtp_url if channel is Channel.EMAIL else settings().sms_url


def _made(letter: Letter, delivery: Delivery, safe: SafeContact, sender: str) -> Mail | sms.TextMessage:
    """The message itself; where others may read it, only that there is one: no name, no address of a page, no file."""
    is_discreet = safe.is_discreet(delivery.channel, delivery.belongs_to)
    veiled = say(ONLY_THAT, letter.language)
    if delivery.channel is Channel.SMS:
        text = veiled if is_discreet else letter.short
        return sms.TextMessage(key=str(delivery.id), recipient=delivery.recipient, text=text)
    return Mail(
        key=str(letter.id),
        sender=settings().mail_from,
        sender_name=sender,
        recipient=delivery.recipient,
        language=letter.language,
        subject=veiled if is_discreet else letter.subject,
        paragraphs=(veiled,) if is_discreet else tuple(letter.paragraphs),
        written_at=letter.created_at,
    )


async def _hold(delivery_id: str, hold: _Hold, bind: Bind | None) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        if hold.seconds is not None:
            await work.defer("deliver_letter", delivery_id, delay_seconds=hold.seconds)
            return
        delivery = await work.session.get_one(Delivery, UUID(delivery_id))
        delivery.status = DeliveryStatus.WITHHELD
        await _take_stock(work, delivery)


async def _note(delivery_id: str, answer: Answer, problem: str, milliseconds: int, bind: Bind | None) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        delivery = await work.session.get_one(Delivery, UUID(delivery_id))
        delivery.attempts += 1
        work.session.add(
            DeliveryAttempt(
                ente_id=delivery.ente_id,
                delivery_id=delivery.id,
                answer=answer,
                milliseconds=milliseconds,
                problem=problem,
                created_at=work.now,
            )
        )
        if answer is Answer.TAKEN:
            delivery.status, delivery.sent_at = DeliveryStatus.SENT, work.now
        elif answer is Answer.NEVER or delivery.attempts >= MOST_ATTEMPTS:
            delivery.status = DeliveryStatus.FAILED
            log.warning("letter_failed", delivery_id=delivery_id, channel=delivery.channel.value, problem=problem)
        else:
            pause = FIRST_PAUSE_SECONDS * 2 ** (delivery.attempts - 1)
            await work.defer("deliver_letter", delivery_id, delay_seconds=pause)
        await _take_stock(work, delivery)


async def _take_stock(work: UnitOfWork, delivery: Delivery) -> None:
    """The letter says where all its deliveries are; its row is locked, as two channels may end at once."""
    await work.session.flush()  # the statuses are read back below
    wanted = select(Letter).where(col(Letter.id) == delivery.letter_id).with_for_update()
    letter = (await work.session.exec(wanted)).one()
    statuses = await work.session.exec(select(Delivery.status).where(col(Delivery.letter_id) == letter.id))
    letter.take_stock([DeliveryStatus(one) for one in statuses.all()])
    if delivery.status is DeliveryStatus.SENT and letter.sent_at is None:
        letter.sent_at = work.now
