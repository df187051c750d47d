"""An appointment as its page shows it: to who comes by its signed address, and has shown who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.kernel.actor import Actor, System
from domain.kernel.clock import day_of
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.organization.queries.offices import OfficeRow, office
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.people import person
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.appointment_message import calendar_entry
from domain.scheduling.queries.booking.door import appointment, appointment_of_link
from domain.scheduling.queries.booking.interpreter_of import interpreter_of
from domain.scheduling.queries.booking.lead import is_in_time
from domain.scheduling.rules.links import appointment_of
from domain.scheduling.terms import AppointmentState, Manner


@dataclass(frozen=True)
class AppointmentSheet:
    """``is_changeable``: it can be moved and cancelled from here. ``is_today``: who is late can say so.

    ``answer_by`` is until when an offer holds. ``interpreter`` is the language and the gender of who helps, empty for
    nobody. ``proof`` lets the same browser act on it.
    """

    id: UUID
    token: str
    proof: str
    starts_at: datetime
    ends_at: datetime
    state: AppointmentState
    manner: Manner
    code: str
    given_name: str
    need_id: UUID | None
    agenda_id: UUID
    need: Mapping[str, str]
    to_bring: Mapping[str, Sequence[str]]
    office: OfficeRow
    place: str
    note: str
    language: str
    is_changeable: bool
    is_late_said: bool
    is_today: bool
    answer_by: datetime | None
    interpreter: tuple[str, str]

    def bring(self, code: str) -> Sequence[str]:
        """What to bring, in the language ``code`` or in Italian."""
        return self.to_bring.get(code) or self.to_bring.get(SOURCE.code, ())

    @property
    def is_to_come(self) -> bool:
        """Whether somebody is still expected."""
        return self.state in (AppointmentState.BOOKED, AppointmentState.ARRIVED)


async def appointment_sheet(work: UnitOfWork, actor: Actor, token: str, proof: str) -> AppointmentSheet | None:
    """The sheet; None to who has not shown yet that they know the surname. Refuses NotFound.

    The person, and who acts for them, needs no proof when signed in.
    """
    appointment_id = appointment_of(settings().secret, token)
    if appointment_id is None:
        raise NotFound
    try:
        found = await appointment(work, actor, appointment_id, proof=proof)
    except NotFound:
        await appointment_of_link(work, token)
        return None
    async with as_the_program(work, "appointment sheet") as system:
        agenda = await work.session.get_one(Agenda, found.agenda_id)
        need = await work.session.get(Need, found.need_id) if found.need_id else None
        given_name = await _given_name(work, system, found)
        return AppointmentSheet(
            id=found.id,
            token=token,
            proof=proof,
            starts_at=found.starts_at,
            ends_at=found.ends_at,
            state=found.state,
            manner=found.manner,
            code=found.code,
            given_name=given_name,
            need_id=found.need_id,
            agenda_id=found.agenda_id,
            need=need.name if need else {},
            to_bring=need.to_bring if need else {},
            office=await office(work, found.office_id),
            place=agenda.place,
            note=found.note,
            language=found.language,
            is_changeable=found.may_be_changed and is_in_time(agenda, found, work.now),
            is_late_said=found.late_at is not None,
            is_today=found.may_be_changed and day_of(found.starts_at) == work.today,
            answer_by=found.answer_by,
            interpreter=await interpreter_of(work, found.id, found.agenda_id, found.language),
        )


async def appointment_calendar(work: UnitOfWork, actor: Actor, token: str, proof: str, language: str) -> bytes:
    """Its entry for a calendar (iCalendar). Refuses NotFound, also to who has shown nothing yet."""
    appointment_id = appointment_of(settings().secret, token)
    if appointment_id is None:
        raise NotFound
    found = await appointment(work, actor, appointment_id, proof=proof)
    async with as_the_program(work, "appointment calendar"):
        return await calendar_entry(work, found, language)


async def _given_name(work: UnitOfWork, system: System, found: Appointment) -> str:
    if found.person_id is None:
        return found.given_name
    seen = await person(work, system, found.person_id)
    return seen.given_name or seen.alias
