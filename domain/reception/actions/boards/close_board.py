"""A screen of the waiting room shows nothing any more."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.reception.model.board import Board
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk


async def close_board(work: UnitOfWork, operator: Operator, board_id: UUID) -> None:
    """Take its key away, from now on; doing it again changes nothing. Refuses NotAtThisDesk, NotFound."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    wanted = select(Board).where(col(Board.id) == board_id, col(Board.office_id) == operator.office_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    found.closed_at = found.closed_at or work.now
