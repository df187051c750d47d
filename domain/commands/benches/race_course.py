"""The agendas, the rooms and the people of the booking race, made by real actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from domain.commands.benches.measured_service import an_ente
from domain.kernel.actor import System
from domain.kernel.clock import ROME, day_of
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.queries.enti import family_of
from domain.organization.terms import OfficeKind
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.scheduling.actions.agendas.open_agenda import OpenAgenda, open_agenda
from domain.scheduling.actions.agendas.set_need import SetNeed, set_need
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.agendas.start_week import StartWeek, start_week
from domain.scheduling.terms import ResourceKind

HALF_HOUR = timedelta(minutes=30)
ALONE, TOGETHER = 4, 4
"""Agendas that receive one person at a time, twenty times; people whom another receives together, five times."""


@dataclass(frozen=True)
class Course:
    """Whom the race is about, and every time of every agenda: 100 places, 20 of which two agendas share."""

    ambito_id: UUID
    enti: tuple[UUID, ...]
    need_id: UUID
    people: Sequence[UUID]
    times: Sequence[tuple[UUID, datetime]]


async def a_course(work: UnitOfWork, system: System, people: int) -> Course:
    """Everything that is raced for, on a Monday two weeks from now."""
    ente_id = await an_ente(work)
    family = await family_of(work, ente_id)
    office = OpenOffice(ente_id=ente_id, kind=OfficeKind.PROFESSIONAL, name="Sportello della gara")
    office_id = await open_office(work, system, office)
    need = SetNeed(ente_id=ente_id, slug="gara", name=Localised({"it": "Gara"}))
    need_id = await set_need(work, system, need)
    monday = day_of(work.now) + timedelta(days=14 - day_of(work.now).weekday())
    opens = datetime.combine(monday, time(9), ROME).astimezone(UTC)
    times: list[tuple[UUID, datetime]] = []
    shared: tuple[UUID, ...] = ()
    for number in range(ALONE + 2):
        is_group, is_double = number == ALONE, number == ALONE + 1
        resources = shared if is_double else await _rooms(work, system, ente_id, number)
        shared = shared or resources
        count = 5 if is_group else 20
        agenda = OpenAgenda(office_id=office_id, name=f"Gara {number}", need_ids=(need_id,), resource_ids=resources)
        agenda_id = await open_agenda(work, system, agenda)
        stretch = StartWeek.Opening(
            weekday=0,
            opening_time=time(9),
            closing_time=(datetime.combine(monday, time(9)) + count * HALF_HOUR).time(),
            seats=TOGETHER if is_group else 1,
        )
        week = StartWeek(agenda_id=agenda_id, seen_version=1, holds_from=monday, openings=(stretch,))
        await start_week(work, system, week)
        slots = [(agenda_id, opens + step * HALF_HOUR) for step in range(count)]
        times += slots * (TOGETHER if is_group else 1)
    everybody = [await _person(work, system, ente_id, family[0], number) for number in range(people)]
    return Course(family[0], family, need_id, everybody, times)


async def _rooms(work: UnitOfWork, system: System, ente_id: UUID, number: int) -> tuple[UUID, ...]:
    room = SetResource(ente_id=ente_id, kind=ResourceKind.ROOM, name=f"Stanza della gara {number}")
    helper = SetResource(ente_id=ente_id, kind=ResourceKind.INTERPRETER, name=f"Chi riceve {number}", languages=("it",))
    return (await set_resource(work, system, room), await set_resource(work, system, helper))


async def _person(work: UnitOfWork, system: System, ente_id: UUID, ambito_id: UUID, number: int) -> UUID:
    facts = RegisterPerson(ambito_id=ambito_id, ente_id=ente_id, given_name="Prova", family_name=f"Numero {number}")
    return await register_person(work, system, facts)
