"""The screens of an office, with the address that opens each: for who works at its desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.board import Board
from domain.reception.permissions import may_work_at_desk
from domain.reception.queries.boards.board_key import key_of
from domain.reception.refusals import NotAtThisDesk


@dataclass(frozen=True)
class BoardRow:
    """A screen that is open. ``key`` opens it on a browser in which nobody is signed in."""

    id: UUID
    name: str
    languages: tuple[str, ...]
    is_spoken: bool
    key: str


async def boards_of(work: UnitOfWork, operator: Operator) -> Sequence[BoardRow]:
    """Those open now in the operator's own office, by name: at most twenty. Refuses NotAtThisDesk."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    wanted = select(Board).where(col(Board.office_id) == operator.office_id, col(Board.closed_at).is_(None))
    found = (await work.session.exec(wanted.order_by(col(Board.name), col(Board.id)))).all()
    return [BoardRow(one.id, one.name, tuple(one.languages), one.is_spoken, key_of(one.id)) for one in found]
