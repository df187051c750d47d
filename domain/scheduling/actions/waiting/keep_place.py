"""Keeps a place for somebody who already had one: an offer, until they answer or the time to answer is over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaResource, Seat
from domain.scheduling.model.appointment import Appointment, ResourceHold, SeatHold
from domain.scheduling.queries.booking.plainly import refusing_plainly
from domain.scheduling.refusals import PlaceTaken
from domain.scheduling.rules.codes import new_code
from domain.scheduling.terms import AppointmentState


@dataclass(frozen=True)
class KeepPlace:
    """For whom ``former`` was, from when to when in which agenda, until when it is kept.

    ``interpreters`` come along: those that the former appointment had.
    """

    former: Appointment
    agenda_id: UUID
    starts_at: datetime
    ends_at: datetime
    answer_by: datetime
    interpreters: tuple[UUID, ...] = ()


async def keep_place(work: UnitOfWork, command: KeepPlace) -> Appointment:
    """The offer. Refuses PlaceTaken, and then nothing was done. For the program, which has waited its turn.

    The place, the operators, the room and the interpreters are held as for a booking: nobody else can take them.
    """
    agenda = await work.session.get_one(Agenda, command.agenda_id)
    offer = _offer(command, agenda, work.now)
    span: dict[str, Any] = {"ente_id": offer.ente_id, "starts_at": command.starts_at, "ends_at": command.ends_at}
    seat = await _seat(work, command)
    taken = {*await _resources(work, agenda.id), *command.interpreters}
    async with refusing_plainly(), work.session.begin_nested():
        work.session.add(offer)
        await work.session.flush()  # the holds point at it
        work.session.add(SeatHold(appointment_id=offer.id, agenda_id=agenda.id, seat=seat, **span))
        held: dict[str, Any] = {"appointment_id": offer.id, "agenda_id": agenda.id, **span}
        work.session.add_all([ResourceHold(resource_id=one, **held) for one in sorted(taken)])
        await work.session.flush()  # what the database refuses is to be heard here: another place is tried
    return offer


def _offer(command: KeepPlace, agenda: Agenda, now: datetime) -> Appointment:
    kept = ("need_id", "manner", "way", "person_id", "booked_by_id", "given_name", "family_name", "email", "phone")
    kept += ("language", "note", "is_hidden", "wants_earlier", "wants_reminders")
    return Appointment(
        ente_id=agenda.ente_id,
        office_id=agenda.office_id,
        agenda_id=agenda.id,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        state=AppointmentState.OFFERED,
        code=new_code(),
        created_at=now,
        instead_of_id=command.former.id,
        answer_by=command.answer_by,
        **{name: getattr(command.former, name) for name in kept},
    )


async def _seat(work: UnitOfWork, command: KeepPlace) -> int:
    taken = (
        select(SeatHold.id)
        .where(
            col(SeatHold.agenda_id) == command.agenda_id,
            col(SeatHold.seat) == col(Seat.number),
            col(SeatHold.starts_at) < command.ends_at,
            col(SeatHold.ends_at) > command.starts_at,
        )
        .exists()
    )
    free = select(Seat.number).where(col(Seat.agenda_id) == command.agenda_id, sa.not_(taken))
    found = (await work.session.exec(free.order_by(col(Seat.number)).limit(1))).first()
    if found is None:
        raise PlaceTaken
    return found


async def _resources(work: UnitOfWork, agenda_id: UUID) -> list[UUID]:
    wanted = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id) == agenda_id)
    return list((await work.session.exec(wanted)).all())
