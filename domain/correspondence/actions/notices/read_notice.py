"""An operator opens a notice, or marks it as read."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.model.notice import Notice
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class ReadNotice(BaseModel):
    """Which notice."""

    notice_id: UUID


async def read_notice(work: UnitOfWork, operator: Operator, command: ReadNotice) -> str:
    """It is read from now on; the page it leads to. Refuses NotFound: a colleague's is not there."""
    wanted = select(Notice).where(col(Notice.id) == command.notice_id, col(Notice.operator_id) == operator.operator_id)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    if found.read_at is None:
        found.read_at = work.now
    return found.path
