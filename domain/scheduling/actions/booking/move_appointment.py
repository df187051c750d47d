"""An appointment is held at another time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator, System
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.booking.hold_place import HoldPlace, hold_place
from domain.scheduling.actions.booking.wait_turn import wait_turn
from domain.scheduling.events import AppointmentMoved
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.queries.booking.interpreter_of import interpreter_of
from domain.scheduling.queries.booking.lead import refuse_too_late
from domain.scheduling.refusals import AppointmentSettled
from domain.scheduling.terms import Way


class MoveAppointment(BaseModel):
    """Which, to which agenda and when. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    agenda_id: UUID
    starts_at: datetime
    proof: str = Field(default="", repr=False)


async def move_appointment(work: UnitOfWork, actor: Actor, command: MoveAppointment) -> UUID:
    """Move it: it has the new place, or keeps the old one; the interpreter it had is asked again.

    Who moves by themselves does it in time, and inside the same ente. Refuses NotFound, AppointmentSettled,
    TooLateToChange, and whatever taking a place refuses; after a refusal everything is to be undone.
    """
    moved = await appointment(work, actor, command.appointment_id, proof=command.proof)
    agenda = await work.session.get(Agenda, command.agenda_id)
    if agenda is None or agenda.ente_id != moved.ente_id:
        raise NotFound
    async with as_the_program(work, "move appointment") as system:
        former_agenda = await work.session.get_one(Agenda, moved.agenda_id)
        await wait_turn(work, {agenda.id, former_agenda.id}, interpreters_of=moved.ente_id)
        wanted = select(Appointment).where(col(Appointment.id) == moved.id).with_for_update()
        moved = (await work.session.exec(wanted.execution_options(populate_existing=True))).one()
        if not moved.may_be_changed:
            raise AppointmentSettled
        refuse_too_late(actor, former_agenda, moved, work.now)
        language, gender = await interpreter_of(work, moved.id, moved.agenda_id, moved.language)
        left: dict[str, Any] = {"from_agenda_id": former_agenda.id, "from_starts_at": moved.starts_at}
        place = HoldPlace(
            appointment_id=moved.id,
            agenda_id=agenda.id,
            starts_at=command.starts_at,
            way=_way(actor, moved),
            interpreter_language=language,
            interpreter_gender=gender,
        )
        await hold_place(work, system, place)
        moved.moves += 1
        moved.late_at = None
        told = {"ente_id": moved.ente_id, "appointment_id": moved.id}
        await work.record(AppointmentMoved(**told, **left, agenda_id=agenda.id, office_id=agenda.office_id))
    return moved.id


def _way(actor: Actor, moved: Appointment) -> Way:
    """Which times are open: to the office those of the desk, or what it was booked as there."""
    if not isinstance(actor, Operator | System):
        return Way.ONLINE
    return Way.DESK if moved.way is Way.ONLINE else moved.way
