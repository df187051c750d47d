"""Write to a person, in the person's language, as the person wants and as it is safe: the one door for messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from domain.correspondence.model.letter import Delivery, Letter
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.queries.words.message_words import words_in_force
from domain.correspondence.rules.safe_contact import SafeContact, hours_to_obey
from domain.correspondence.rules.shipped_words import SHORT
from domain.correspondence.rules.when_to_send import when_to_send
from domain.correspondence.rules.wording import Words, fill
from domain.correspondence.terms import Channel, LetterStatus
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.mobile import check
from domain.kernel.text import Text
from domain.organization.queries.enti import ente
from domain.platform.language import say
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.addresses_of import AddressToUse, addresses_of
from domain.registry.terms import ContactKind

MESSAGES = "/area-personale/messaggi"


@dataclass(frozen=True)
class SendLetter:
    """A message; ``key`` names the occasion (``application-registered:<id>``): the same is written about once.

    Its words are those of the ente for the ``occasion``, with ``tags`` filled (``ente`` and ``link`` by themselves:
    ``path`` is the page on the portal); or ``subject`` and ``paragraphs`` where who writes brings its own. They say
    nothing delicate: a message may be read over somebody's shoulder. ``is_urgent`` leaves also in the ente's quiet
    hours, never outside the person's safe ones. ``calendar`` is an iCalendar file that goes with the e-mail.
    """

    key: str
    ente_id: UUID
    person_id: UUID
    language: str
    subject: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    document_id: UUID | None = None
    occasion: Occasion = Occasion.OTHER
    tags: Mapping[str, str | Text] = field(default_factory=dict)
    path: str = MESSAGES
    is_urgent: bool = False
    calendar: str = ""


async def send_letter(work: UnitOfWork, command: SendLetter) -> UUID | None:
    """Write the message and queue its deliveries; its id, None when this occasion was written about before.

    It always is in the personal area. It leaves by the channels that the person wants and that are safe, at the first
    allowed hour; with none of them it stays in the personal area alone (UNDELIVERABLE). For reactions and jobs.
    """
    safe = await safe_contact_of(work, command.person_id)
    words = await _words(work, command)
    reachable = _reachable(await addresses_of(work, command.person_id), words)
    channels = safe.channels(command.occasion.sort, reachable)
    letter = Letter(
        ente_id=command.ente_id,
        person_id=command.person_id,
        key=command.key,
        occasion=command.occasion,
        language=command.language,
        subject=words.subject,
        paragraphs=list(words.paragraphs),
        short=words.short,
        calendar=command.calendar,
        document_id=command.document_id,
        is_urgent=command.is_urgent,
        is_hidden=safe.is_hidden,
        status=LetterStatus.QUEUED if channels else LetterStatus.UNDELIVERABLE,
        created_at=work.now,
    )
    connection = await work.session.connection()
    once = insert(Letter).values(letter.model_dump()).on_conflict_do_nothing(index_elements=["key"])
    if (await connection.execute(once.returning(Letter.id))).first() is None:  # pyright: ignore[reportArgumentType,reportCallIssue]
        return None
    await _queue(work, letter, safe, {channel: reachable[channel] for channel in channels})
    return letter.id


async def _queue(
    work: UnitOfWork, letter: Letter, safe: SafeContact, addresses: Mapping[Channel, AddressToUse]
) -> None:
    if not addresses:
        return
    quiet = (await message_hours(work, letter.ente_id)).hours
    leaves_at = when_to_send(work.now, hours_to_obey(safe, quiet, is_urgent=letter.is_urgent))
    for channel, address in addresses.items():
        delivery = Delivery(
            ente_id=letter.ente_id,
            letter_id=letter.id,
            person_id=letter.person_id,
            channel=channel,
            recipient=address.value,
            belongs_to=address.belongs_to,
            created_at=work.now,
        )
        work.session.add(delivery)
        await work.defer("deliver_letter", str(delivery.id), delay_seconds=(leaves_at - work.now).total_seconds())


def _reachable(known: Mapping[ContactKind, AddressToUse], words: Words) -> dict[Channel, AddressToUse]:
    """The addresses a message can go to: an SMS needs a mobile number, a text, and somebody who sends it."""
    found: dict[Channel, AddressToUse] = {}
    if ContactKind.EMAIL in known:
        found[Channel.EMAIL] = known[ContactKind.EMAIL]
    phone = known.get(ContactKind.PHONE)
    if phone is not None and words.short and settings().sms_url:
        try:
            found[Channel.SMS] = AddressToUse(check(phone.value), phone.belongs_to)
        except ValueError:
            return found  # not a mobile: it can be called, not written to
    return found


async def _words(work: UnitOfWork, command: SendLetter) -> Words:
    language = command.language
    sender = await ente(work, command.ente_id)
    tags = {name: say(value, language) if isinstance(value, Text) else value for name, value in command.tags.items()}
    tags |= {"ente": sender.name, "link": settings().portal_url.rstrip("/") + command.path}
    if command.subject is not None:
        lines = tuple(say(one, language) for one in command.paragraphs)
        short = fill(Words("", (), say(SHORT, language)), tags).short
        return Words(say(command.subject, language), lines, short)
    return fill((await words_in_force(work, command.ente_id, command.occasion, language)).words, tags)
