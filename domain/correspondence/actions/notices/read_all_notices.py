"""An operator marks all notices as read."""

from sqlmodel import col, update

from domain.correspondence.model.notice import Notice
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def read_all_notices(work: UnitOfWork, operator: Operator, kind: NoticeKind | None = None) -> None:
    """One's own, of one kind or of all, are read from now on."""
    mine = [col(Notice.operator_id) == operator.operator_id, col(Notice.read_at).is_(None)]
    if kind is not None:
        mine.append(col(Notice.kind) == kind)
    await work.session.exec(update(Notice).where(*mine).values(read_at=work.now))
