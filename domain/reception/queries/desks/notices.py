"""The privacy notice of an office, and whether somebody took note of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import Consent, NoticeTaken, PrivacyNotice
from domain.reception.terms.passing_on import ConsentKind, NoticeWay


@dataclass(frozen=True)
class NoticeRow:
    """A version of the notice."""

    id: UUID
    number: int
    text: str
    published_at: datetime


@dataclass(frozen=True)
class TakenRow:
    """Which version somebody took note of, how and when; ``is_current`` when it is the latest one."""

    number: int
    way: NoticeWay
    taken_on: date
    is_current: bool


@dataclass(frozen=True)
class ConsentRow:
    """A consent, and when it was taken back."""

    id: UUID
    kind: ConsentKind
    given_on: date
    revoked_at: datetime | None


async def notice_of(work: UnitOfWork, office_id: UUID) -> NoticeRow | None:
    """The notice in force in the office; None while it has published none. Everybody may read it."""
    statement = select(PrivacyNotice).where(col(PrivacyNotice.office_id) == office_id)
    found = (await work.session.exec(statement.order_by(col(PrivacyNotice.number).desc()).limit(1))).first()
    return NoticeRow(found.id, found.number, found.text, found.created_at) if found else None


async def notice_taken_by(work: UnitOfWork, operator: Operator, office_id: UUID, person_id: UUID) -> TakenRow | None:
    """The newest version of the office's notice that the person took note of, as far as ``operator`` may know."""
    current = await notice_of(work, office_id)
    statement = (
        select(NoticeTaken, PrivacyNotice.number)
        .join(PrivacyNotice, col(PrivacyNotice.id) == col(NoticeTaken.notice_id))
        .where(
            col(NoticeTaken.office_id) == office_id,
            col(NoticeTaken.person_id) == person_id,
            col(NoticeTaken.ente_id).in_(operator.enti),
        )
        .order_by(col(PrivacyNotice.number).desc())
        .limit(1)
    )
    found = (await work.session.exec(statement)).first()
    if found is None:
        return None
    taken, number = found
    return TakenRow(number, taken.way, taken.taken_on, current is not None and current.number == number)


async def consents_of(work: UnitOfWork, operator: Operator, office_id: UUID, person_id: UUID) -> Sequence[ConsentRow]:
    """What the person agreed to in the office, the latest first; few."""
    statement = select(Consent).where(
        col(Consent.office_id) == office_id,
        col(Consent.person_id) == person_id,
        col(Consent.ente_id).in_(operator.enti),
    )
    found = (await work.session.exec(statement.order_by(col(Consent.created_at).desc()).limit(20))).all()
    return [ConsentRow(row.id, row.kind, row.given_on, row.revoked_at) for row in found]
