"""Appointments of the demonstration: citizens book on the portal what is free."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.commands.stories.life import Bind, citizen_called, react_to_all
from domain.kernel.actor import Citizen
from domain.kernel.clock import as_of, day_of
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.queries.person_card import person_card
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.queries.booking.need_offices import need_offices
from domain.scheduling.queries.booking.own_appointments import own_appointments
from domain.scheduling.queries.booking.portal_needs import portal_needs
from domain.scheduling.queries.free_slots import TimesWanted, first_free
from domain.scheduling.terms import Way

LOOK_AHEAD = 60


@dataclass(frozen=True)
class DemoAppointment:
    """``who`` asks for the need with this number, in so many days or later."""

    who: str
    need: int
    in_days: int
    note: str = ""


WANTED = (
    DemoAppointment("Fatima El Amrani", 0, 1, "Vengo con mia figlia piccola."),
    DemoAppointment("Stefano Brunelli", 1, 2),
    DemoAppointment("Oksana Melnyk", 2, 4),
)


async def book_appointments(ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Each books once; who has an appointment already, or finds no free time, has none added."""
    with as_of(now):
        for wanted in WANTED:
            citizen = await citizen_called(wanted.who, ambito_id, bind)
            async with unit_of_work(citizen, bind=bind) as work:
                await _book(work, citizen, wanted, ambito_id)
        await react_to_all(bind)


async def _book(work: UnitOfWork, citizen: Citizen, wanted: DemoAppointment, ambito_id: UUID) -> None:
    had = [(await own_appointments(work, citizen, is_past=is_past)).total for is_past in (False, True)]
    needs = await portal_needs(work, citizen.enti)
    if any(had) or not needs:
        return
    need = needs[wanted.need % len(needs)]
    language = (await person_card(work, citizen, citizen.person_id)).language
    for at in await need_offices(work, citizen, need.ids, ambito_id, language):
        slot = await first_free(
            work,
            TimesWanted(
                need_id=at.need_id,
                office_ids=[at.office.id],
                starts_on=day_of(work.now) + timedelta(days=wanted.in_days),
                days=LOOK_AHEAD,
                way=Way.ONLINE,
            ),
        )
        if slot is None:
            continue
        command = BookAppointment(
            need_id=at.need_id,
            agenda_id=slot.agenda_id,
            starts_at=slot.starts_at,
            manner=slot.manners[0],
            person_id=citizen.person_id,
            language=language,
            note=wanted.note,
        )
        await book_appointment(work, citizen, command)
        return
