"""The door to the numbers of a desk: for who works there."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import Arrival, ArrivalPerson
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NobodyWaits, NotAtThisDesk
from domain.reception.rules.queue import Turn
from domain.reception.terms.arrivals import ArrivalStatus


async def arrival(work: UnitOfWork, operator: Operator, arrival_id: UUID) -> Arrival:
    """A number of the operator's own office, locked. Refuses NotAtThisDesk, NotFound."""
    wanted = _here(operator).where(col(Arrival.id) == arrival_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    return found


async def next_arrival(work: UnitOfWork, operator: Operator) -> Arrival:
    """Whose turn it is today, locked: a number that a colleague is calling is passed over.

    The order is that of ``rules.queue``. Refuses NotAtThisDesk, NobodyWaits.
    """
    waiting = _here(operator).where(col(Arrival.arrived_on) == work.today, col(Arrival.status) == ArrivalStatus.WAITING)
    first = waiting.order_by(*_in_turn(work)).limit(1).with_for_update(skip_locked=True)
    found = (await work.session.exec(first)).first()
    if found is None:
        raise NobodyWaits
    return found


async def person_with_number(work: UnitOfWork, arrival_id: UUID) -> ArrivalPerson | None:
    """Who has the number, if that was said and the operator may know of them; the caller came through the door."""
    wanted = select(ArrivalPerson).where(col(ArrivalPerson.arrival_id) == arrival_id)
    return (await work.session.exec(wanted)).one_or_none()


def _in_turn(work: UnitOfWork) -> tuple[Any, ...]:
    due_at, is_urgent = col(Arrival.due_at), col(Arrival.is_urgent)
    turn = sa.case(
        (is_urgent, int(Turn.URGENT)),
        (due_at.is_(None), int(Turn.WALK_IN)),
        (due_at <= work.now, int(Turn.DUE)),
        else_=int(Turn.EARLY),
    )
    hour = sa.case((is_urgent, None), else_=due_at)
    return turn, hour.nulls_last(), col(Arrival.number)


def _here(operator: Operator) -> Any:
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    return select(Arrival).where(col(Arrival.office_id) == operator.office_id)
