"""What a screen of a waiting room shows: numbers and where they are called to. No names, no reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from domain.kernel.actor import System
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import Arrival
from domain.reception.model.board import Board
from domain.reception.queries.boards.board_key import board_of
from domain.reception.terms.arrivals import ArrivalStatus

MOST = 6


@dataclass(frozen=True)
class CalledNumber:
    """A number, where it is called to, and when it was called."""

    number: int
    called_to: str
    called_at: datetime


@dataclass(frozen=True)
class ShownBoard:
    """An office's numbers of today: the last ones called, the latest first, and how many wait."""

    office: str
    languages: tuple[str, ...]
    is_spoken: bool
    called: Sequence[CalledNumber]
    waiting: int


async def board_shown(work: UnitOfWork, system: System, key: str) -> ShownBoard | None:
    """What the screen with this key shows; None when it was closed or the key is none of ours. Five questions."""
    board_id = board_of(key)
    if board_id is None:
        return None
    wanted = select(Board).where(col(Board.id) == board_id, col(Board.closed_at).is_(None))
    board = (await work.session.exec(wanted)).one_or_none()
    if board is None:
        return None
    today = (col(Arrival.office_id) == board.office_id, col(Arrival.arrived_on) == work.today)
    called = select(Arrival).where(
        *today,
        col(Arrival.called_at).is_not(None),
        col(Arrival.status).in_((ArrivalStatus.CALLED, ArrivalStatus.SERVED)),
    )
    latest = (await work.session.exec(called.order_by(col(Arrival.called_at).desc()).limit(MOST))).all()
    waiting = select(func.count()).where(*today, col(Arrival.status) == ArrivalStatus.WAITING)
    return ShownBoard(
        office=(await office(work, board.office_id)).name,
        languages=tuple(board.languages),
        is_spoken=board.is_spoken,
        called=[CalledNumber(one.number, one.called_to, one.called_at) for one in latest if one.called_at],
        waiting=(await work.session.exec(waiting)).one(),
    )
