"""A calendar program reads the appointments of somebody, or of a room, under a private address."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text, _
from domain.organization.queries.operators import operator_card
from domain.platform.language import say
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.registry.queries.names import names
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.calendar import Feed as FeedRow
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.resource import Resource
from domain.scheduling.rules.icalendar import CalendarEvent, calendar_of
from domain.scheduling.rules.told import SUMMARY
from domain.scheduling.terms import AppointmentState

BEFORE, AHEAD = timedelta(days=31), timedelta(days=186)
MOST = 3000
NAMED = _("Appuntamento: %(name)s")
OFFERED = _("Orario proposto, in attesa di risposta")


class ReadFeed(BaseModel):
    """The secret of the address."""

    secret: str = Field(repr=False)


async def read_feed(command: ReadFeed, *, bind: Bind | None = None) -> bytes:
    """The calendar file: a month back and half a year ahead, nothing of what is hidden.

    Who comes is said only where the operator who made the address wanted it, and may know of the person. Refuses
    NotFound: unknown, revoked, or of somebody who does not work here any more.
    """
    async with unit_of_work(System("calendar feed"), bind=bind) as work:
        wanted = (
            select(FeedRow, Resource)
            .join(Resource, col(Resource.id) == col(FeedRow.resource_id))
            .where(col(FeedRow.fingerprint) == fingerprint(settings().secret, command.secret))
            .where(col(FeedRow.revoked_at).is_(None))
        )
        found = (await work.session.exec(wanted)).one_or_none()
        if found is None or not (await operator_card(work, found[0].made_by_id)).is_enabled:
            raise NotFound
        feed, resource = found
        if feed.last_read_on != work.today:
            feed.last_read_on = work.today
        events = await _events(work, resource.id, has_names=feed.has_names)
    return calendar_of(events, name=resource.name)


async def _events(work: UnitOfWork, resource_id: UUID, *, has_names: bool) -> list[CalendarEvent]:
    wanted = (
        select(Appointment)
        .join(ResourceHold, col(ResourceHold.appointment_id) == col(Appointment.id))
        .where(
            col(ResourceHold.resource_id) == resource_id,
            col(ResourceHold.starts_at) >= work.now - BEFORE,
            col(ResourceHold.starts_at) < work.now + AHEAD,
            col(Appointment.is_hidden).is_(False),
        )
    )
    ordered = wanted.order_by(col(Appointment.starts_at), col(Appointment.id)).limit(MOST)
    found = (await work.session.exec(ordered)).all()
    known = await names(work, [one.person_id for one in found if one.person_id]) if has_names else {}
    events = []
    for one in found:
        person = known.get(one.person_id) if one.person_id else None
        plain = f"{one.given_name} {one.family_name}".strip() if has_names and one.person_id is None else ""
        name = plain if person is None or person.is_protected else person.full_name
        events.append(_event(one, name))
    return events


def _event(shown: Appointment, name: str) -> CalendarEvent:
    return CalendarEvent(
        uid=f"{shown.id}@agenda",
        starts_at=shown.starts_at,
        ends_at=shown.ends_at,
        summary=say(_summary(shown, name), SOURCE.code),
        changed_at=shown.created_at,
        url=f"{settings().backoffice_url.rstrip('/')}/appuntamenti",
        sequence=shown.moves,
    )


def _summary(shown: Appointment, name: str) -> Text:
    if shown.state is AppointmentState.OFFERED:
        return OFFERED
    return Text(NAMED.msgid, {"name": name}) if name else SUMMARY
