"""An appointment as a message and a calendar tell of it: who, when, where, under which address."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from domain.correspondence.terms.occasions import Occasion
from domain.kernel.text import Text
from domain.organization.queries.offices import office
from domain.platform.language import SpokenInstant, say
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.rules.icalendar import CalendarEvent, calendar_of
from domain.scheduling.rules.links import link_token
from domain.scheduling.rules.told import ON_THE_PAGE, SUMMARY, where
from domain.scheduling.terms import AppointmentState

CONFIRMING = frozenset({Occasion.APPOINTMENT_BOOKED, Occasion.APPOINTMENT_MOVED, Occasion.APPOINTMENT_CANCELLED})
"""What answers to something just done: it leaves at once, with an entry for the calendar."""


@dataclass(frozen=True)
class AppointmentMessage:
    """What the words of a message may name, the signed address on the portal, and the iCalendar file if any.

    Nothing says what the appointment is about.
    """

    tags: dict[str, str | Text]
    path: str
    calendar: str = ""


def link_of(appointment_id: UUID) -> str:
    """The signed address of an appointment on the portal, which asks for a second proof."""
    return f"/appuntamenti/{link_token(settings().secret, appointment_id)}"


async def message_about(work: UnitOfWork, about: Appointment, occasion: Occasion) -> AppointmentMessage:
    """What is told of an appointment in the language of the person; who calls has come to it through the door.

    The place is named only where something was booked or moved: else it stands on the page of the link.
    """
    tags: dict[str, str | Text] = {"quando": SpokenInstant(about.starts_at).in_(about.language)}
    if about.answer_by is not None:
        tags["entro"] = SpokenInstant(about.answer_by).in_(about.language)
    if occasion not in CONFIRMING:
        return AppointmentMessage(tags, link_of(about.id))
    place = await _place(work, about)
    if occasion is not Occasion.APPOINTMENT_CANCELLED:
        tags["dove"] = place
    return AppointmentMessage(tags, link_of(about.id), _calendar(about, place, about.language).decode())


async def calendar_entry(work: UnitOfWork, about: Appointment, language: str) -> bytes:
    """The iCalendar file of an appointment, in a language."""
    return _calendar(about, await _place(work, about), language)


async def _place(work: UnitOfWork, about: Appointment) -> str | Text:
    at = await office(work, about.office_id)
    agenda = await work.session.get_one(Agenda, about.agenda_id)
    need = await work.session.get(Need, about.need_id) if about.need_id else None
    is_discreet = need is not None and need.is_discreet
    return where(about.manner, office=at.name, address=at.address, place=agenda.place, is_discreet=is_discreet)


def _calendar(about: Appointment, place: str | Text, language: str) -> bytes:
    is_cancelled = about.state is AppointmentState.CANCELLED
    event = CalendarEvent(
        uid=f"{about.id}@{urlsplit(settings().portal_url).hostname}",
        starts_at=about.starts_at,
        ends_at=about.ends_at,
        summary=say(SUMMARY, language),
        changed_at=about.cancelled_at or about.created_at,
        location="" if place is ON_THE_PAGE else (place if isinstance(place, str) else say(place, language)),
        url=settings().portal_url.rstrip("/") + link_of(about.id),
        sequence=about.moves + is_cancelled,
        is_cancelled=is_cancelled,
    )
    return calendar_of([event])
