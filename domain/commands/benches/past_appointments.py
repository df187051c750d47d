"""Fifty agendas with years behind them: rows by SQL, for booking a million would take a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.frame import Tell
from domain.commands.benches.measured_service import an_ente
from domain.kernel.actor import System
from domain.organization.queries.offices import offices_of
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork, unit_of_work
from domain.scheduling.actions.agendas.open_agenda import OpenAgenda, open_agenda
from domain.scheduling.actions.agendas.set_need import SetNeed, set_need
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.agendas.start_week import StartWeek, start_week
from domain.scheduling.queries.free_slots import FreeSlot
from domain.scheduling.terms import ResourceKind

SYSTEM = System("bench")
AGENDAS, AT_ONCE = 50, 50_000
OPENS, CLOSES = time(9), time(12, 30)
HALF_HOUR = timedelta(minutes=30)
HELD = sa.text("""
    WITH held AS (
        SELECT gen_random_uuid() AS id, agenda_id, room_id, starts_at
        FROM unnest(CAST(:agendas AS uuid[]), CAST(:rooms AS uuid[]), CAST(:starts AS timestamptz[]))
            AS asked (agenda_id, room_id, starts_at)
    ), people AS (
        INSERT INTO scheduling.appointment (id, created_at, ente_id, office_id, agenda_id, need_id, starts_at, ends_at,
            state, manner, way, code, given_name, family_name, email, phone, language, note, is_hidden,
            is_earlier_wanted, is_reminded, is_cancelled_by_office, moves)
        SELECT id, starts_at, :ente, :office, agenda_id, :need, starts_at, starts_at + interval '30 minutes',
               CASE WHEN starts_at < now() THEN 'done' ELSE 'booked' END, 'in_person', 'online', id::text,
               '', '', '', '', 'it', '', false, false, false, false, 0
        FROM held
    ), rooms AS (
        INSERT INTO scheduling.resource_hold (id, created_at, ente_id, appointment_id, resource_id, agenda_id,
            starts_at, ends_at)
        SELECT gen_random_uuid(), starts_at, :ente, id, room_id, agenda_id, starts_at,
               starts_at + interval '30 minutes'
        FROM held
    )
    INSERT INTO scheduling.seat_hold (id, created_at, ente_id, appointment_id, agenda_id, seat, starts_at, ends_at)
    SELECT gen_random_uuid(), starts_at, :ente, id, agenda_id, 1, starts_at, starts_at + interval '30 minutes'
    FROM held""")


@dataclass(frozen=True)
class Offices:
    """What is measured: agendas of one office, a room for each, one need."""

    ente_id: UUID
    office_id: UUID
    need_id: UUID
    agenda_ids: tuple[UUID, ...]
    room_ids: tuple[UUID, ...]


async def an_office_with_agendas(engine: AsyncEngine) -> Offices:
    """Fifty agendas, each open every morning of the week and with a room of its own."""
    async with unit_of_work(SYSTEM, bind=engine) as work:
        ente_id = await an_ente(work)
        office_id = (await offices_of(work, SYSTEM, ente_id))[0].id
        need = SetNeed(ente_id=ente_id, slug="misura", name=Localised({"it": "Misura"}))
        need_id = await set_need(work, SYSTEM, need)
        made = [await _an_agenda(work, ente_id, office_id, need_id, number) for number in range(AGENDAS)]
    agenda_ids, room_ids = zip(*made, strict=True)
    return Offices(ente_id, office_id, need_id, agenda_ids, room_ids)


async def _an_agenda(work: UnitOfWork, ente_id: UUID, office_id: UUID, need_id: UUID, number: int) -> tuple[UUID, UUID]:
    room = SetResource(ente_id=ente_id, kind=ResourceKind.ROOM, name=f"Stanza {number}")
    room_id = await set_resource(work, SYSTEM, room)
    command = OpenAgenda(
        office_id=office_id, name=f"Agenda {number}", need_ids=(need_id,), resource_ids=(room_id,), horizon_days=60
    )
    agenda_id = await open_agenda(work, SYSTEM, command)
    week = tuple(StartWeek.Opening(weekday=day, opening_time=OPENS, closing_time=CLOSES) for day in range(5))
    started = StartWeek(agenda_id=agenda_id, seen_version=1, holds_from=work.today, openings=week)
    await start_week(work, SYSTEM, started)
    return agenda_id, room_id


async def add_past(engine: AsyncEngine, offices: Offices, numbers: range, before: datetime, tell: Tell) -> None:
    """Appointments with these ``numbers``, each half an hour before the last of its agenda, back from ``before``."""
    for first in range(numbers.start, numbers.stop, AT_ONCE):
        some = range(first, min(first + AT_ONCE, numbers.stop))
        places = [number % AGENDAS for number in some]
        starts = [before - (1 + number // AGENDAS) * HALF_HOUR for number in some]
        await _hold(engine, offices, places, starts)
        tell(f"Appuntamenti passati: {some.stop}")


async def take(engine: AsyncEngine, offices: Offices, slots: Sequence[FreeSlot]) -> None:
    """Appointments at these free times."""
    places = {agenda_id: number for number, agenda_id in enumerate(offices.agenda_ids)}
    await _hold(engine, offices, [places[one.agenda_id] for one in slots], [one.starts_at for one in slots])


async def _hold(engine: AsyncEngine, offices: Offices, places: Sequence[int], starts: Sequence[datetime]) -> None:
    asked = {
        "agendas": [offices.agenda_ids[place] for place in places],
        "rooms": [offices.room_ids[place] for place in places],
        "starts": list(starts),
        "ente": offices.ente_id,
        "office": offices.office_id,
        "need": offices.need_id,
    }
    async with unit_of_work(SYSTEM, bind=engine) as work:
        await (await work.session.connection()).execute(HELD, asked)
