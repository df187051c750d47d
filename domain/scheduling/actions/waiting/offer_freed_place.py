"""Offers a place that is free again to the first in line who would like to come earlier."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.queries.leaves_at import leaves_at
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.kernel.refusals import Conflict
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.wait_turn import wait_turn
from domain.scheduling.actions.telling.tell_of_appointment import TellOfAppointment, tell_of_appointment
from domain.scheduling.actions.waiting.keep_place import KeepPlace, keep_place
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, free_slots
from domain.scheduling.queries.waiting.in_line import InLine, in_line
from domain.scheduling.queries.waiting.kept_interpreters import kept_interpreters
from domain.scheduling.queries.waiting.notice_rules import Limits, notice_rules
from domain.scheduling.rules.offering import answer_by, may_be_asked
from domain.scheduling.terms import Manner, Way


class OfferFreedPlace(BaseModel):
    """Which place of which agenda."""

    agenda_id: UUID
    starts_at: datetime


async def offer_freed_place(work: UnitOfWork, system: System, command: OfferFreedPlace) -> UUID | None:
    """The offer; None when nobody is in line, or it is too late to ask anybody.

    One person at a time is asked, in the order of booking; each keeps the appointment they have until they say yes.
    """
    wanted = select(Agenda).where(col(Agenda.id) == command.agenda_id)
    agenda = (await work.session.exec(wanted)).one()
    limits = (await notice_rules(work, agenda.ente_id)).limits
    if limits.most == 0 or answer_by(command.starts_at, work.now, limits) is None:
        return None
    await wait_turn(work, [agenda.id], interpreters_of=agenda.ente_id)
    offered = _Slots(agenda.id, command.starts_at)
    for one in await in_line(work, system, agenda, command.starts_at):
        if not may_be_asked(one.asked_before, work.now, limits):
            continue
        slot = await offered.fitting(work, one.appointment)
        if slot is not None and (offer_id := await _ask(work, system, one, slot, limits)) is not None:
            return offer_id
    return None


class _Slots:
    """The one place, as far as it suits a need and a manner: asked once for each."""

    def __init__(self, agenda_id: UUID, starts_at: datetime) -> None:
        self._agenda_id, self._starts_at = agenda_id, starts_at
        self._known: dict[tuple[UUID | None, Manner, Way], FreeSlot | None] = {}

    async def fitting(self, work: UnitOfWork, wanted: Appointment) -> FreeSlot | None:
        kind = (wanted.need_id, wanted.manner, wanted.way)
        if kind not in self._known:
            found = await free_slots(
                work,
                TimesWanted(
                    need_id=wanted.need_id,
                    agenda_ids=[self._agenda_id],
                    starts_on=day_of(self._starts_at),
                    days=1,
                    way=wanted.way,
                    manner=wanted.manner,
                ),
            )
            self._known[kind] = next((slot for slot in found if slot.starts_at == self._starts_at), None)
        return self._known[kind]


async def _ask(work: UnitOfWork, system: System, one: InLine, slot: FreeSlot, limits: Limits) -> UUID | None:
    former = one.appointment
    asked_at = await leaves_at(work, former.ente_id, former.booked_by_id or former.person_id)
    until = answer_by(slot.starts_at, asked_at, limits)
    if until is None:
        return None
    held = KeepPlace(
        former=former,
        agenda_id=slot.agenda_id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        answer_by=until,
        interpreters=(await kept_interpreters(work, [former.id])).get(former.id, ()),
    )
    try:
        offer = await keep_place(work, held)
    except Conflict:
        return None  # the interpreter, the room or the operator is elsewhere then: the next in line
    told = TellOfAppointment(
        appointment_id=offer.id, occasion=Occasion.APPOINTMENT_EARLIER, key=f"appointment-earlier:{offer.id}"
    )
    await tell_of_appointment(work, system, told)
    return offer.id
