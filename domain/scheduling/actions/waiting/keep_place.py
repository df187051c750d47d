"""Keeps a place for somebody who already had one: an offer, until they answer or the time to answer is over."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.take_place import TakePlace, take_place
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
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
    async with work.session.begin_nested():  # when it is refused another place is tried
        await take_place(work, TakePlace(offer, command.interpreters))
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
