"""The letters that went out about an application."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.queries.documents_by_id import documents_by_id
from domain.intake.model.letter import LetterOpening, PassageLetter
from domain.platform.work import UnitOfWork

MOST = 100


@dataclass(frozen=True)
class LetterRow:
    """A letter: its title in the language of the applicant, its number, the PDF.

    ``opened_at`` on the portal is known only where the ente says that the day of opening counts.
    """

    document_id: UUID
    title: str
    protocollo: str
    sent_at: datetime
    opened_at: datetime | None = None


async def letters_of(work: UnitOfWork, application_id: UUID) -> Sequence[LetterRow]:
    """Those about an application, which came through its door, the latest first; only what the asker may open."""
    wanted = select(PassageLetter).where(col(PassageLetter.application_id) == application_id)
    found = (await work.session.exec(wanted.order_by(col(PassageLetter.created_at).desc()).limit(MOST))).all()
    papers = await documents_by_id(work, [one.document_id for one in found])
    opened = await _opened(work, application_id) if found else {}
    return [
        LetterRow(
            one.document_id,
            papers[one.document_id].title,
            one.protocollo,
            papers[one.document_id].created_at,
            opened.get(one.id),
        )
        for one in found
        if one.document_id in papers
    ]


async def _opened(work: UnitOfWork, application_id: UUID) -> dict[UUID, datetime]:
    wanted = select(LetterOpening).where(col(LetterOpening.application_id) == application_id).limit(MOST)
    return {one.letter_id: one.opened_at for one in (await work.session.exec(wanted)).all()}
