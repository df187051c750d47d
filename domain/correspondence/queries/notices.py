"""What an operator is told of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.correspondence.model.notice import Notice, NoticeChoice
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class NoticeRow:
    """One notice as the list shows it."""

    id: UUID
    kind: NoticeKind
    sentence: Text
    path: str
    at: datetime
    is_read: bool


async def notices_of(
    work: UnitOfWork, operator: Operator, page: int = 1, *, kind: NoticeKind | None = None, only_unread: bool = False
) -> Page[NoticeRow]:
    """One's own, the latest first; of one kind, or only those not read yet."""
    mine = [col(Notice.operator_id) == operator.operator_id]
    if kind is not None:
        mine.append(col(Notice.kind) == kind)
    if only_unread:
        mine.append(col(Notice.read_at).is_(None))
    total = (await work.session.exec(select(sa.func.count(col(Notice.id))).where(*mine))).one()
    wanted = select(Notice).where(*mine).order_by(col(Notice.created_at).desc(), col(Notice.id))
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    rows = [
        NoticeRow(one.id, one.kind, one.sentence, one.path, one.created_at, one.read_at is not None) for one in found
    ]
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def unread_notices(work: UnitOfWork, operator: Operator) -> dict[NoticeKind, int]:
    """How many of each kind wait to be read; kinds without any are left out."""
    wanted = (
        select(Notice.kind, sa.func.count(col(Notice.id)))
        .where(col(Notice.operator_id) == operator.operator_id, col(Notice.read_at).is_(None))
        .group_by(col(Notice.kind))
    )
    return {NoticeKind(kind): count for kind, count in (await work.session.exec(wanted)).all()}


async def kinds_by_mail(work: UnitOfWork, operator: Operator) -> frozenset[NoticeKind]:
    """The kinds of which an e-mail comes too."""
    wanted = select(NoticeChoice.kind).where(
        col(NoticeChoice.operator_id) == operator.operator_id, col(NoticeChoice.is_mailed)
    )
    return frozenset(map(NoticeKind, (await work.session.exec(wanted)).all()))
