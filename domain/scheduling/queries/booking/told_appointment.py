"""An appointment as a message and a calendar tell of it: who, when, where, under which address."""

from dataclasses import dataclass
from uuid import UUID

from domain.kernel.text import Text
from domain.organization.queries.offices import office
from domain.platform.language import SpokenInstant, say
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.rules.icalendar import CalendarEvent, calendar_of
from domain.scheduling.rules.links import link_token
from domain.scheduling.rules.told import SUMMARY, where
from domain.scheduling.terms import AppointmentState


@dataclass(frozen=True)
class ToldAppointment:
    """``path`` is the signed address on the portal; ``calendar`` the iCalendar file. Nothing says what it is about."""

    appointment: Appointment
    when: str
    where: str | Text
    path: str
    calendar: str

    def tags(self, with_place: bool) -> dict[str, str | Text]:
        """What the words of a message may name."""
        return {"quando": self.when} | ({"dove": self.where} if with_place else {})


def link_of(appointment_id: UUID) -> str:
    """The signed address of an appointment on the portal, which asks for a second proof."""
    return f"/appuntamenti/{link_token(settings().secret, appointment_id)}"


async def told_appointment(work: UnitOfWork, found: Appointment, language: str) -> ToldAppointment:
    """What is told of ``found`` in a language; who calls has come to it through the door."""
    at = await office(work, found.office_id)
    agenda = await work.session.get_one(Agenda, found.agenda_id)
    need = await work.session.get(Need, found.need_id) if found.need_id else None
    is_discreet = need is not None and need.is_discreet
    place = where(found.manner, office=at.name, address=at.address, place=agenda.place, is_discreet=is_discreet)
    event = CalendarEvent(
        uid=f"{found.id}@{settings().portal_url.partition('//')[2].partition('/')[0].partition(':')[0]}",
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        summary=say(SUMMARY, language),
        changed_at=found.cancelled_at or found.created_at,
        location="" if is_discreet else (place if isinstance(place, str) else say(place, language)),
        url=settings().portal_url.rstrip("/") + link_of(found.id),
        sequence=found.moves + (found.state is AppointmentState.CANCELLED),
        is_cancelled=found.state is AppointmentState.CANCELLED,
    )
    when = SpokenInstant(found.starts_at).in_(language)
    return ToldAppointment(found, when, place, link_of(found.id), calendar_of([event]).decode())
