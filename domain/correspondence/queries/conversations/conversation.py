"""One conversation, and its messages. Who asks has come through the door of the matter it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.correspondence.model.conversation import Conversation, ConversationFile, ConversationMessage
from domain.correspondence.terms.conversations import About, ConversationStatus, Side
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.kernel.actor import Actor, Citizen
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ConversationRow:
    """Where a conversation stands."""

    id: UUID
    office_id: UUID | None
    language: str
    status: ConversationStatus
    asked_at: datetime | None
    set_aside_reason: str


@dataclass(frozen=True)
class MessageRow:
    """A message. ``author`` is the person's name, or the office's; ``operator`` who of it, for colleagues.

    ``text`` was typed in ``language``; ``ready_text`` is in the person's language, ``ready_source`` in Italian.
    ``is_own``: the citizen who reads has written it. ``is_read``: by the other side.
    """

    id: UUID
    side: Side
    author: str
    operator: str
    is_own: bool
    language: str
    text: str
    ready_text: str
    ready_source: str
    files: Sequence[DocumentRow]
    sent_at: datetime
    read_at: datetime | None

    @property
    def is_read(self) -> bool:
        """Whether the other side has read it."""
        return self.read_at is not None


async def conversation_about(
    work: UnitOfWork, actor: Actor, about: About, subject_id: UUID, *, for_update: bool = False
) -> Conversation | None:
    """The conversation about a matter that ``actor`` may see; None while nobody has written."""
    wanted = select(Conversation).where(col(Conversation.about) == about, col(Conversation.subject_id) == subject_id)
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return (await work.session.exec(wanted)).one_or_none()


async def conversation_row(work: UnitOfWork, actor: Actor, about: About, subject_id: UUID) -> ConversationRow | None:
    """Where it stands; None while nobody has written."""
    found = await conversation_about(work, actor, about, subject_id)
    if found is None:
        return None
    return ConversationRow(
        found.id, found.office_id, found.language, found.status, found.asked_at, found.set_aside_reason
    )


async def messages_of(work: UnitOfWork, actor: Actor, conversation_id: UUID, page: int = 1) -> Page[MessageRow]:
    """One page, the latest first; what the office notes for itself is there for the office alone."""
    mine = [col(ConversationMessage.conversation_id) == conversation_id]
    if isinstance(actor, Citizen):
        mine.append(col(ConversationMessage.side) != Side.NOTE)
    total = (await work.session.exec(select(sa.func.count(col(ConversationMessage.id))).where(*mine))).one()
    wanted = select(ConversationMessage).where(*mine)
    ordered = wanted.order_by(col(ConversationMessage.created_at).desc(), col(ConversationMessage.id))
    found = (await work.session.exec(ordered.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, actor, found), max(1, page), PAGE_SIZE, total)


async def unread_about(work: UnitOfWork, citizen: Citizen, subject_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many messages of the office wait to be read, by matter; matters without any are left out."""
    if not subject_ids:
        return {}
    wanted = (
        select(Conversation.subject_id, sa.func.count(col(ConversationMessage.id)))
        .join(ConversationMessage, col(ConversationMessage.conversation_id) == col(Conversation.id))
        .where(
            col(Conversation.subject_id).in_(set(subject_ids)),
            col(ConversationMessage.side) == Side.OFFICE,
            col(ConversationMessage.read_at).is_(None),
        )
        .group_by(col(Conversation.subject_id))
    )
    return dict((await work.session.exec(wanted)).all())


async def is_kept_from(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> bool:
    """Whether ``citizen``, who acts for the person, may not know what the person and the office write to each other.

    The person has said so, or the office with the person; the database knows it without telling who acts.
    """
    if citizen.person_id == person_id:
        return False
    asked = sa.select(sa.func.correspondence.is_kept_from_others(person_id))
    return bool((await (await work.session.connection()).execute(asked)).scalar_one())


async def _rows(work: UnitOfWork, actor: Actor, found: Sequence[ConversationMessage]) -> list[MessageRow]:
    files = await _files(work, found)
    offices = await office_names(work, [one.office_id for one in found if one.office_id])
    operators: Mapping[UUID, str] = {}
    if not isinstance(actor, Citizen):
        operators = await operator_names(work, {one.operator_id for one in found if one.operator_id})
    return [
        MessageRow(
            id=one.id,
            side=one.side,
            author=offices[one.office_id].name if one.office_id and one.office_id in offices else one.author_name,
            operator=operators.get(one.operator_id, "") if one.operator_id else "",
            is_own=isinstance(actor, Citizen) and one.written_by_id == actor.person_id,
            language=one.language,
            text=one.text,
            ready_text=one.ready_text,
            ready_source=one.ready_source,
            files=files.get(one.id, ()),
            sent_at=one.created_at,
            read_at=one.read_at,
        )
        for one in found
    ]


async def _files(work: UnitOfWork, found: Sequence[ConversationMessage]) -> dict[UUID, tuple[DocumentRow, ...]]:
    if not found:
        return {}
    wanted = select(ConversationFile).where(col(ConversationFile.message_id).in_([one.id for one in found]))
    kept = (await work.session.exec(wanted.order_by(col(ConversationFile.created_at), col(ConversationFile.id)))).all()
    documents = await documents_by_id(work, [one.document_id for one in kept])
    files: dict[UUID, tuple[DocumentRow, ...]] = {}
    for one in kept:
        if one.document_id in documents:
            files[one.message_id] = (*files.get(one.message_id, ()), documents[one.document_id])
    return files
