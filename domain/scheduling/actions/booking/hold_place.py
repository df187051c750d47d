"""Takes a place of an agenda for an appointment, with all that goes with it: for who books, moves or is offered one."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.let_go import let_go
from domain.scheduling.actions.booking.take_place import TakePlace, take_place
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import ResourceHold, SeatHold
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.queries.booking.interpreters import free_among, interpreters
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, free_slots
from domain.scheduling.refusals import NotBookable, PlaceTaken
from domain.scheduling.terms import Way


class HoldPlace(BaseModel):
    """For which appointment; where and when. ``way`` says which times are open to it.

    ``interpreter_language`` and ``interpreter_gender``: who must be there too; empty for nobody.
    """

    appointment_id: UUID
    agenda_id: UUID
    starts_at: datetime
    way: Way
    interpreter_language: str = ""
    interpreter_gender: str = ""


async def hold_place(work: UnitOfWork, system: System, command: HoldPlace) -> None:
    """Let the appointment hold this place from now on; the place that it held before is free.

    Who calls has waited (``wait_turn``) and written the appointment. Takes the lowest free number among those received
    together. Refuses NotBookable for a time that is not offered, PlaceTaken for one that somebody has, AlreadyBusy
    where the person is elsewhere: then everything has to be undone.
    """
    appointment = await work.session.get_one(Appointment, command.appointment_id)
    agenda = await work.session.get_one(Agenda, command.agenda_id)
    speakers = await _speakers(work, agenda, command)
    await let_go(work, system, appointment.id)
    slot = await _slot(work, appointment, command, speakers)
    interpreter = await free_among(work, speakers, agenda.id, slot.starts_at, slot.ends_at)
    if speakers and interpreter is None:
        raise PlaceTaken
    appointment.stand(agenda_id=agenda.id, office_id=agenda.office_id, starts_at=slot.starts_at, ends_at=slot.ends_at)
    await take_place(work, TakePlace(appointment, [interpreter] if interpreter else []))


async def _speakers(work: UnitOfWork, agenda: Agenda, command: HoldPlace) -> tuple[UUID, ...]:
    if not command.interpreter_language:
        return ()
    language, gender = command.interpreter_language, command.interpreter_gender
    found = await interpreters(work, agenda.ente_id, agenda.office_id, language, gender=gender)
    if not found:
        raise NotBookable
    return tuple(found)


async def _slot(work: UnitOfWork, appointment: Appointment, command: HoldPlace, speakers: Collection[UUID]) -> FreeSlot:
    """The time, as it is offered now: everybody who could take it waits for us."""
    if appointment.need_id is None:
        raise NotBookable
    offered = await free_slots(
        work,
        TimesWanted(
            need_id=appointment.need_id,
            agenda_ids=[command.agenda_id],
            starts_on=day_of(command.starts_at),
            days=1,
            way=command.way,
            manner=appointment.manner,
            interpreter_language=command.interpreter_language or None,
            interpreter_gender=command.interpreter_gender,
        ),
    )
    found = next((one for one in offered if one.starts_at == command.starts_at), None)
    if found is not None:
        return found
    raise PlaceTaken if await _is_held(work, command, speakers) else NotBookable


async def _is_held(work: UnitOfWork, command: HoldPlace, speakers: Collection[UUID]) -> bool:
    """Whether somebody has this place, what goes with it, or one of the interpreters, at that moment."""
    here = select(SeatHold.id).where(
        col(SeatHold.agenda_id) == command.agenda_id, col(SeatHold.starts_at) == command.starts_at
    )
    ours = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id) == command.agenda_id)
    elsewhere = select(ResourceHold.id).where(
        sa.or_(col(ResourceHold.resource_id).in_(ours), col(ResourceHold.resource_id).in_(speakers)),
        col(ResourceHold.starts_at) <= command.starts_at,
        col(ResourceHold.ends_at) > command.starts_at,
    )
    for held in (here, elsewhere):
        if (await work.session.exec(held.limit(1))).first():
            return True
    return False
