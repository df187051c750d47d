"""Somebody is to be seen by an office: they book by themselves, or an operator books for them."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen, Operator, System, Visitor
from domain.kernel.email import OptionalEmail
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.people import person
from domain.scheduling.actions.booking.hold_place import HoldPlace, hold_place
from domain.scheduling.actions.booking.wait_turn import wait_turn
from domain.scheduling.events import AppointmentBooked
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import may_receive
from domain.scheduling.queries.booking.limits import refuse_hoarding
from domain.scheduling.queries.booking.people_to_book_for import may_book_for
from domain.scheduling.queries.booking.plainly import refusing_plainly
from domain.scheduling.refusals import NotBookable
from domain.scheduling.rules.codes import new_code
from domain.scheduling.terms import Manner, Way

Name = Annotated[str, AfterValidator(str.strip), Field(max_length=100)]


class BookAppointment(BaseModel):
    """For what, in which agenda, when and how; for whom, and how they are reached.

    Who: a person of the registry, or names as they are given. ``is_hidden`` is for the office alone to say.
    """

    need_id: UUID
    agenda_id: UUID
    starts_at: datetime
    manner: Manner = Manner.IN_PERSON
    way: Way = Way.ONLINE
    person_id: UUID | None = None
    given_name: Name = ""
    family_name: Name = ""
    email: OptionalEmail = ""
    phone: Annotated[str, AfterValidator(str.strip), Field(max_length=40)] = ""
    language: str = SOURCE.code
    note: Annotated[str, AfterValidator(str.strip), Field(max_length=1000)] = ""
    interpreter_language: str | None = None
    interpreter_gender: str = ""
    wants_reminders: bool = True
    wants_earlier: bool = False
    is_hidden: bool = False


async def book_appointment(work: UnitOfWork, actor: Actor, command: BookAppointment) -> UUID:
    """Book it; its id. The database lets nobody have a place, a room or a person twice.

    A citizen books for themselves and for whom they act; a visitor, whose contact was proven, without a person; both
    only what is offered on the portal, and only so many. Refuses NotFound, NotAllowed, NotBookable, PlaceTaken,
    AlreadyBusy, TooManyAppointments; after a refusal everything is to be undone.
    """
    agenda, need = await _offered(work, actor, command)
    await _check_person(work, actor, need, command)
    is_by_oneself = isinstance(actor, Citizen | Visitor)
    person_id, email, phone = command.person_id, command.email, command.phone
    who = [str(one) for one in ((person_id,) if person_id else (email, phone)) if one]
    async with as_the_program(work, "book appointment") as system:
        speakers_of = agenda.ente_id if command.interpreter_language else None
        await wait_turn(work, [agenda.id], who=who, interpreters_of=speakers_of)
        if is_by_oneself:
            await refuse_hoarding(work, agenda.ente_id, need.id, person_id=person_id, email=email, phone=phone)
        booked = await _written(work, actor, command, agenda, need)
        place = HoldPlace(
            appointment_id=booked.id,
            agenda_id=agenda.id,
            starts_at=command.starts_at,
            way=booked.way,
            interpreter_language=command.interpreter_language or "",
            interpreter_gender=command.interpreter_gender,
        )
        await hold_place(work, system, place)
        told = {"ente_id": booked.ente_id, "appointment_id": booked.id}
        await work.record(AppointmentBooked(**told, agenda_id=booked.agenda_id, office_id=booked.office_id))
    return booked.id


async def _written(work: UnitOfWork, actor: Actor, command: BookAppointment, agenda: Agenda, need: Need) -> Appointment:
    """The appointment; its end is that of the place, once it is held."""
    kept = command.model_dump(exclude={"interpreter_language", "interpreter_gender", "language", "way", "is_hidden"})
    is_operator = isinstance(actor, Operator | System)
    booked = Appointment(
        **kept,
        ente_id=agenda.ente_id,
        office_id=agenda.office_id,
        ends_at=command.starts_at + timedelta(minutes=need.minutes),
        language=command.language if command.language in BY_CODE else SOURCE.code,
        way=command.way if is_operator else Way.ONLINE,
        is_hidden=command.is_hidden and is_operator,
        code=await _code(work, agenda.ente_id),
        booked_by_id=actor.person_id if isinstance(actor, Citizen) and actor.person_id != command.person_id else None,
        created_at=work.now,
    )
    async with refusing_plainly(work):  # what it holds needs the row
        work.session.add(booked)
    return booked


async def _offered(work: UnitOfWork, actor: Actor, command: BookAppointment) -> tuple[Agenda, Need]:
    """The agenda and the need, where the actor may book them."""
    agenda = await work.session.get(Agenda, command.agenda_id)
    need = await work.session.get(Need, command.need_id)
    if agenda is None or need is None or not _is_in_reach(actor, agenda.ente_id):
        raise NotFound
    if not need.is_offered or command.manner.value not in need.manners:
        raise NotBookable
    if isinstance(actor, Citizen | Visitor) and not need.is_online:
        raise NotBookable
    return agenda, need


def _is_in_reach(actor: Actor, ente_id: UUID) -> bool:
    match actor:
        case Operator():
            if not may_receive(actor):
                raise NotAllowed
            return ente_id in actor.enti
        case Citizen() | Visitor():
            return ente_id in actor.enti
        case System():
            return actor.enti is None or ente_id in actor.enti
        case _:
            return False


async def _check_person(work: UnitOfWork, actor: Actor, need: Need, command: BookAppointment) -> None:
    """Whoever books may do it for this person; nobody books for a name on the portal without signing in for it."""
    if command.person_id is None:
        if isinstance(actor, Citizen):
            raise NotFound
        return
    if isinstance(actor, Visitor):
        raise NotFound
    if isinstance(actor, Citizen):
        if not await may_book_for(work, actor, need, command.person_id):
            raise NotFound
        return
    await person(work, actor, command.person_id)


async def _code(work: UnitOfWork, ente_id: UUID) -> str:
    while True:
        code = new_code()
        taken = select(Appointment.id).where(col(Appointment.ente_id) == ente_id, col(Appointment.code) == code)
        if (await work.session.exec(taken)).first() is None:
            return code
