"""Who waits at a desk now, and who was called: for the page of the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import Arrival, ArrivalPerson
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk
from domain.reception.rules.queue import place
from domain.reception.rules.waiting import minutes_between
from domain.reception.terms.arrivals import ArrivalStatus
from domain.registry.queries.names import names


@dataclass(frozen=True)
class ArrivalRow:
    """A number; ``full_name`` is empty where nobody was named, or may be known. ``minutes`` it has waited so far.

    ``due_at`` is the hour of an appointment that somebody came in time for.
    """

    id: UUID
    number: int
    minutes: int
    language: str
    reason: str
    full_name: str
    called_at: datetime | None
    called_by: str
    called_to: str
    is_mine: bool
    is_urgent: bool
    has_appointment: bool
    due_at: datetime | None


@dataclass(frozen=True)
class WaitingRoom:
    """The numbers of today: those that wait, in turn; those called and not yet at the desk; the last one called.

    ``my_place`` is where the operator called somebody to the last time today.
    """

    waiting: Sequence[ArrivalRow]
    called: Sequence[ArrivalRow]
    last_called: int | None
    my_place: str


async def waiting_room(work: UnitOfWork, operator: Operator) -> WaitingRoom:
    """The numbers of the operator's own office today; three questions. Refuses NotAtThisDesk."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    wanted = (
        select(Arrival, ArrivalPerson.person_id)
        .outerjoin(ArrivalPerson, col(ArrivalPerson.arrival_id) == col(Arrival.id))
        .where(col(Arrival.office_id) == operator.office_id, col(Arrival.arrived_on) == work.today)
        .order_by(col(Arrival.number))
    )
    found = (await work.session.exec(wanted)).all()
    people = await names(work, [person_id for _one, person_id in found if person_id])
    called_by = await operator_names(work, {one.called_by_id for one, _ in found if one.called_by_id})
    rows: dict[ArrivalStatus, list[ArrivalRow]] = {status: [] for status in ArrivalStatus}
    for one, person_id in found:
        named = people.get(person_id) if person_id else None
        caller = called_by.get(one.called_by_id, "") if one.called_by_id else ""
        rows[one.status].append(_row(work, operator, one, named.full_name if named else "", caller))
    waiting = sorted(
        rows[ArrivalStatus.WAITING],
        key=lambda row: place(is_urgent=row.is_urgent, due_at=row.due_at, number=row.number, now=work.now),
    )
    calls = sorted(((one.called_at, one.number, one) for one, _ in found if one.called_at), key=lambda call: call[:2])
    mine = [one.called_to for _at, _number, one in calls if one.called_by_id == operator.operator_id]
    last_called = calls[-1][1] if calls else None
    return WaitingRoom(waiting, rows[ArrivalStatus.CALLED], last_called, mine[-1] if mine else "")


def _row(work: UnitOfWork, operator: Operator, one: Arrival, full_name: str, called_by: str) -> ArrivalRow:
    return ArrivalRow(
        id=one.id,
        number=one.number,
        minutes=minutes_between(one.arrived_at, one.called_at or work.now),
        language=one.language,
        reason=one.reason,
        full_name=full_name,
        called_at=one.called_at,
        called_by=called_by,
        called_to=one.called_to,
        is_mine=one.called_by_id == operator.operator_id,
        is_urgent=one.is_urgent,
        has_appointment=one.appointment_id is not None,
        due_at=one.due_at,
    )
