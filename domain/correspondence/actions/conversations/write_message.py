"""Write a message in a conversation: a person to the office, or the office to a person."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.correspondence.events import CitizenMessageSent, OfficeMessageSent
from domain.correspondence.model.conversation import Conversation, ConversationFile, ConversationMessage
from domain.correspondence.queries.conversations.conversation import conversation_about
from domain.correspondence.queries.conversations.conversation_rules import most_a_day
from domain.correspondence.queries.conversations.ready_answers import ready_answer
from domain.correspondence.refusals import TooManyMessages
from domain.correspondence.rules.message_limit import since_when
from domain.correspondence.terms.conversations import LONGEST, MOST_FILES, About, Side
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class WriteMessage(BaseModel):
    """What is written, and about what: who asks has come through the door of that matter, which fills in the rest.

    ``person_id`` is whom it is about, ``told_id`` who is told of an answer, ``office_id`` with which office it is.
    ``language`` is the one the person reads, ``typed_in`` that of ``text``. ``is_note`` and ``ready_answer_id`` are the
    office's. ``document_ids`` are kept already.
    """

    about: About
    subject_id: UUID
    ente_id: UUID
    person_id: UUID
    told_id: UUID
    office_id: UUID | None = None
    language: str
    typed_in: str
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)] = ""
    document_ids: tuple[UUID, ...] = Field(default=(), max_length=MOST_FILES)
    ready_answer_id: UUID | None = None
    is_note: bool = False


async def write_message(work: UnitOfWork, actor: Citizen | Operator, command: WriteMessage) -> UUID:
    """The message is there at once; the office's queue and the notices follow. The id of the message.

    Refuses, before anything is written, Invalid under ``text`` when there is nothing in it, NotFound for a ready answer
    that the ente does not have, TooManyMessages to a citizen who has written often today.
    """
    ready = await ready_answer(work, actor, command.ready_answer_id) if command.ready_answer_id else None
    if not (command.text or command.document_ids or ready):
        raise Invalid({"text": _("Scrivi il messaggio, oppure scegli un file.")})
    if command.is_note and (command.document_ids or ready):
        raise Invalid({"text": _("Una nota per i colleghi è solo testo: togli i file e la risposta pronta.")})
    await locks.hold(work, "conversation", command.about, command.subject_id)  # the first message opens it, once
    found = await conversation_about(work, actor, command.about, command.subject_id, for_update=True)
    if isinstance(actor, Citizen) and found is not None:
        await _not_too_often(work, actor, found)
    conversation = found or _opened(work, command)
    message = ConversationMessage(
        ente_id=command.ente_id,
        conversation_id=conversation.id,
        side=_side(actor, command),
        written_by_id=actor.person_id if isinstance(actor, Citizen) else None,
        author_name=await _name(work, actor),
        operator_id=actor.operator_id if isinstance(actor, Operator) else None,
        office_id=actor.office_id if isinstance(actor, Operator) else None,
        language=command.typed_in,
        text=command.text,
        ready_text=ready.in_(conversation.language) if ready else "",
        ready_source=ready.source if ready else "",
        created_at=work.now,
    )
    _turn(work, conversation, message, command)
    await work.session.flush()  # the conversation before its message, and that before its files
    work.session.add(message)
    await work.session.flush()  # the same
    work.session.add_all(
        ConversationFile(ente_id=command.ente_id, message_id=message.id, document_id=one)
        for one in dict.fromkeys(command.document_ids)
    )
    await _record(work, conversation, message)
    return message.id


def _opened(work: UnitOfWork, command: WriteMessage) -> Conversation:
    opened = Conversation(
        ente_id=command.ente_id,
        about=command.about,
        subject_id=command.subject_id,
        person_id=command.person_id,
        told_id=command.told_id,
        office_id=command.office_id,
        language=command.language,
        last_message_at=work.now,
        created_at=work.now,
    )
    work.session.add(opened)
    return opened


async def _name(work: UnitOfWork, actor: Citizen | Operator) -> str:
    """A person's own name; an operator is the office."""
    if isinstance(actor, Operator):
        return ""
    found = (await names(work, [actor.person_id])).get(actor.person_id)
    return found.full_name if found else ""


def _side(actor: Citizen | Operator, command: WriteMessage) -> Side:
    if isinstance(actor, Citizen):
        return Side.CITIZEN
    return Side.NOTE if command.is_note else Side.OFFICE


def _turn(work: UnitOfWork, conversation: Conversation, message: ConversationMessage, command: WriteMessage) -> None:
    """Whose turn it is now; the matter may have gone to another office meanwhile. A note changes nothing."""
    conversation.office_id = command.office_id
    if message.side is Side.CITIZEN:
        conversation.language = command.language
        conversation.hear(work.now)
    elif message.side is Side.OFFICE:
        conversation.answer(work.now)


async def _not_too_often(work: UnitOfWork, citizen: Citizen, conversation: Conversation) -> None:
    counted = select(sa.func.count(col(ConversationMessage.id))).where(
        col(ConversationMessage.conversation_id) == conversation.id,
        col(ConversationMessage.written_by_id) == citizen.person_id,
        col(ConversationMessage.created_at) >= since_when(work.now),
    )
    if (await work.session.exec(counted)).one() >= await most_a_day(work, conversation.office_id):
        raise TooManyMessages


async def _record(work: UnitOfWork, conversation: Conversation, message: ConversationMessage) -> None:
    ids = {"ente_id": conversation.ente_id, "conversation_id": conversation.id, "message_id": message.id}
    if message.side is Side.CITIZEN:
        await work.record(CitizenMessageSent(**ids, office_id=conversation.office_id))
    elif message.side is Side.OFFICE:
        await work.record(OfficeMessageSent(**ids))
