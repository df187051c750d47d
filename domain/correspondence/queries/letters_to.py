"""The letters that were written to a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.letter import Letter
from domain.correspondence.terms import LetterStatus
from domain.documents.queries.documents_by_id import documents_by_id
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork

MOST = 100


@dataclass(frozen=True)
class LetterRow:
    """A letter as the personal area shows it; ``written_at`` is when it was written, sent or not."""

    id: UUID
    person_id: UUID
    subject: str
    paragraphs: tuple[str, ...]
    language: str
    document_id: UUID | None
    status: LetterStatus
    written_at: datetime
    sent_at: datetime | None


async def letters_to(work: UnitOfWork, citizen: Citizen, *, most: int = MOST) -> Sequence[LetterRow]:
    """The last letters to the citizen, at most ``most``, the latest first.

    A document that the citizen may not see any more (a delegation has ended) is not offered; one question more.
    """
    wanted = select(Letter).where(col(Letter.person_id) == citizen.person_id)
    ordered = wanted.order_by(col(Letter.created_at).desc(), col(Letter.id)).limit(most)
    found = (await work.session.exec(ordered)).all()
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
        )
        for one in found
    ]
