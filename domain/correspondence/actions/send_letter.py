"""Write to a person, in the person's language."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from domain.correspondence.model.letter import Letter
from domain.correspondence.terms import Channel, LetterStatus
from domain.kernel.text import Text
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card


@dataclass(frozen=True)
class SendLetter:
    """A letter; ``key`` names the occasion (``application-registered:<id>``): the same occasion is written about once.

    ``subject`` and ``paragraphs`` say nothing delicate: a letter may be read over somebody's shoulder.
    """

    key: str
    ente_id: UUID
    person_id: UUID
    language: str
    subject: Text
    paragraphs: tuple[Text, ...]
    document_id: UUID | None = None


async def send_letter(work: UnitOfWork, command: SendLetter) -> UUID | None:
    """Write the letter and queue its delivery; the id of the letter, None when this occasion was written about before.

    It goes to the person's preferred e-mail address; who has none keeps it in the personal area (UNDELIVERABLE).
    For reactions and jobs.
    """
    recipient = (await person_card(work, work.actor, command.person_id)).email
    letter = Letter(
        ente_id=command.ente_id,
        person_id=command.person_id,
        key=command.key,
        channel=Channel.EMAIL,
        recipient=recipient or "",
        language=command.language,
        subject=say(command.subject, command.language),
        paragraphs=[say(one, command.language) for one in command.paragraphs],
        document_id=command.document_id,
        status=LetterStatus.QUEUED if recipient else LetterStatus.UNDELIVERABLE,
        created_at=work.now,
    )
    connection = await work.session.connection()
    once = insert(Letter).values(letter.model_dump()).on_conflict_do_nothing(index_elements=["key"])
    if (await connection.execute(once.returning(Letter.id))).first() is None:  # pyright: ignore[reportArgumentType,reportCallIssue]
        return None
    if recipient:
        await work.defer("deliver_letter", str(letter.id))
    return letter.id
