"""The messages that were written to a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.correspondence.model.letter import Letter
from domain.correspondence.terms import LetterStatus
from domain.documents.queries.documents_by_id import documents_by_id
from domain.kernel.actor import Citizen
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork

MOST = 100


@dataclass(frozen=True)
class LetterRow:
    """A message as the personal area shows it; ``written_at`` is when it was written, sent or not."""

    id: UUID
    person_id: UUID
    subject: str
    paragraphs: tuple[str, ...]
    language: str
    document_id: UUID | None
    status: LetterStatus
    written_at: datetime
    sent_at: datetime | None
    is_read: bool = True


async def letters_to(
    work: UnitOfWork, citizen: Citizen, *, most: int = MOST, also_hidden: bool = True
) -> Sequence[LetterRow]:
    """The last messages to the citizen, at most ``most``, the latest first; without hidden ones for what is printed.

    A document that the citizen may not see any more (a delegation has ended) is not offered; one question more.
    """
    wanted = select(Letter).where(col(Letter.person_id) == citizen.person_id)
    if not also_hidden:
        wanted = wanted.where(sa.not_(col(Letter.is_hidden)))
    ordered = wanted.order_by(col(Letter.created_at).desc(), col(Letter.id)).limit(most)
    return await _rows(work, (await work.session.exec(ordered)).all())


async def messages_for(work: UnitOfWork, citizen: Citizen, page: int = 1) -> Page[LetterRow]:
    """The messages to the citizen, and to the people represented unless they are hidden; the latest first."""
    mine = _readable_by(citizen)
    total = (await work.session.exec(select(sa.func.count(col(Letter.id))).where(mine))).one()
    wanted = select(Letter).where(mine).order_by(col(Letter.created_at).desc(), col(Letter.id))
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def message_for(work: UnitOfWork, citizen: Citizen, letter_id: UUID) -> LetterRow:
    """One message. Refuses NotFound, also when it is hidden from who acts for the person."""
    wanted = select(Letter).where(col(Letter.id) == letter_id, _readable_by(citizen))
    found = await _rows(work, (await work.session.exec(wanted)).all())
    if not found:
        raise NotFound
    return found[0]


async def unread_messages(work: UnitOfWork, citizen: Citizen) -> int:
    """How many messages to the citizen were not opened yet; those of people represented are not counted."""
    unread = (col(Letter.person_id) == citizen.person_id, col(Letter.read_at).is_(None))
    return (await work.session.exec(select(sa.func.count(col(Letter.id))).where(*unread))).one()


def _readable_by(citizen: Citizen) -> sa.ColumnElement[bool]:
    """One's own, and of the people represented what is not hidden; row-level security says the same."""
    of_others = sa.and_(col(Letter.person_id).in_(citizen.acts_for), sa.not_(col(Letter.is_hidden)))
    return sa.or_(col(Letter.person_id) == citizen.person_id, of_others)


async def _rows(work: UnitOfWork, found: Sequence[Letter]) -> list[LetterRow]:
    enclosed = await documents_by_id(work, [one.document_id for one in found if one.document_id])
    return [
        LetterRow(
            one.id,
            one.person_id,
            one.subject,
            tuple(one.paragraphs),
            one.language,
            one.document_id if one.document_id in enclosed else None,
            one.status,
            one.created_at,
            one.sent_at,
            one.read_at is not None,
        )
        for one in found
    ]
