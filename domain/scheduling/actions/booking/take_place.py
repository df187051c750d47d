"""An appointment takes a place of its agenda, the operators and the room that go with it, and interpreters."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Seat
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import ResourceHold, SeatHold
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.queries.booking.plainly import refusing_plainly
from domain.scheduling.refusals import PlaceTaken


@dataclass(frozen=True)
class TakePlace:
    """Which appointment, already standing then and there; who must be there besides those of the agenda."""

    appointment: Appointment
    interpreter_ids: Collection[UUID] = ()


async def take_place(work: UnitOfWork, command: TakePlace) -> None:
    """Hold the lowest free number of those received together, and all that goes with it. For who waited their turn.

    Refuses PlaceTaken and AlreadyBusy as the database does: then everything has to be undone.
    """
    taking = command.appointment
    seat = await _seat(work, taking)
    wanted = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id) == taking.agenda_id)
    resources = {*(await work.session.exec(wanted)).all(), *command.interpreter_ids}
    held: dict[str, Any] = {"ente_id": taking.ente_id, "appointment_id": taking.id, "agenda_id": taking.agenda_id}
    held |= {"starts_at": taking.starts_at, "ends_at": taking.ends_at}
    async with refusing_plainly(work):
        work.session.add(taking)
        await work.session.flush()  # what it holds points at it
        work.session.add(SeatHold(seat=seat, **held))
        work.session.add_all(ResourceHold(resource_id=one, **held) for one in sorted(resources))


async def _seat(work: UnitOfWork, taking: Appointment) -> int:
    taken = (
        select(SeatHold.id)
        .where(
            col(SeatHold.agenda_id) == taking.agenda_id,
            col(SeatHold.seat) == col(Seat.number),
            col(SeatHold.starts_at) < taking.ends_at,
            col(SeatHold.ends_at) > taking.starts_at,
        )
        .exists()
    )
    free = select(Seat.number).where(col(Seat.agenda_id) == taking.agenda_id, sa.not_(taken))
    found = (await work.session.exec(free.order_by(col(Seat.number)).limit(1))).first()
    if found is None:
        raise PlaceTaken
    return found
