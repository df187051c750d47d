"""Tells people whose appointment falls into a closed time, some at a time, and keeps another place for each."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
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
from domain.scheduling.actions.reminding.take_back_reminders import TakeBackReminders, take_back_reminders
from domain.scheduling.actions.telling.tell_of_appointment import TellOfAppointment, tell_of_appointment
from domain.scheduling.actions.waiting.give_back import give_back
from domain.scheduling.actions.waiting.keep_place import KeepPlace, keep_place
from domain.scheduling.actions.waiting.withdraw_offers import WithdrawOffers, withdraw_offers
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.notice import ClosingNotice
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.closing.closed_appointments import agendas_near, closed_appointments
from domain.scheduling.queries.free_slots import TimesWanted, free_slots
from domain.scheduling.queries.waiting.kept_interpreters import kept_interpreters
from domain.scheduling.queries.waiting.notice_rules import Limits, notice_rules
from domain.scheduling.rules.nearest import Place, Places
from domain.scheduling.rules.offering import answer_by
from domain.scheduling.terms import AppointmentState, Way

MOST = 40
DAYS_BEFORE, DAYS = 3, 60
"""Where another place is looked for: from three days before the one that was, for two months."""


class MoveClosedAppointments(BaseModel):
    """Of which closure."""

    closure_id: UUID


async def move_closed_appointments(work: UnitOfWork, system: System, command: MoveClosedAppointments) -> int:
    """Tell at most MOST people; how many there were. None are left when it is 0.

    Each appointment is cancelled by the office and, in the same transaction, another place is kept for the person:
    of the same agenda if possible, else of the office, near the old time, until they answer. Who finds none is told so
    and stands in the list of the desk.
    """
    wanted = select(Closure).where(col(Closure.id) == command.closure_id)
    closure = (await work.session.exec(wanted)).one_or_none()
    if closure is None:
        return 0
    await wait_turn(work, await agendas_near(work, closure), interpreters_of=closure.ente_id)
    found = await closed_appointments(work, closure, MOST)
    interpreters = await kept_interpreters(work, [one.id for one in found])
    told = await _called_off(work, system, found)
    moving = _Moving(work, system, closure, interpreters)
    for former in told:
        await moving.move(former)
    return len(found)


async def _called_off(work: UnitOfWork, system: System, found: Sequence[Appointment]) -> list[Appointment]:
    """Cancel them; give back whose they were. An offer to come earlier just goes: its person keeps what they had."""
    formers = {one.instead_of_id for one in found if one.state is AppointmentState.OFFERED}
    kept = select(Appointment.id).where(
        col(Appointment.id).in_(formers), col(Appointment.state) == AppointmentState.BOOKED
    )
    standing = set((await work.session.exec(kept)).all()) if formers else set[UUID]()
    for one in found:
        one.cancel(work.now, by_office=True)
    ids = [one.id for one in found]
    await withdraw_offers(work, system, WithdrawOffers(former_ids=ids))
    await give_back(work, ids)
    await work.session.flush()  # the places are free before others are looked for
    await take_back_reminders(work, system, TakeBackReminders(appointment_ids=ids))
    return [one for one in found if one.instead_of_id not in standing]


class _Moving:
    """Free places, asked once for each need, manner and office."""

    def __init__(
        self, work: UnitOfWork, system: System, closure: Closure, interpreters: dict[UUID, tuple[UUID, ...]]
    ) -> None:
        self._work, self._system, self._closure, self._interpreters = work, system, closure, interpreters
        self._places = Places()
        self._free: dict[tuple[object, ...], list[Place]] = {}
        self._limits: tuple[Limits, datetime] | None = None

    async def move(self, former: Appointment) -> None:
        offer = await self._offer(former)
        told: dict[str, Any] = {"ente_id": former.ente_id, "closure_id": self._closure.id, "appointment_id": former.id}
        self._work.session.add(ClosingNotice(offer_id=offer.id if offer else None, **told))
        occasion = Occasion.APPOINTMENT_REPLACED if offer else Occasion.APPOINTMENT_CALLED_OFF
        key = f"appointment-closed:{former.id}"
        telling = TellOfAppointment(appointment_id=(offer or former).id, occasion=occasion, key=key)
        await tell_of_appointment(self._work, self._system, telling)

    async def _offer(self, former: Appointment) -> Appointment | None:
        limits, asked_at = await self._asking(former.ente_id)
        for place in self._places.nearest(await self._places_for(former), former.agenda_id, former.starts_at):
            until = answer_by(place.starts_at, asked_at, limits)
            if until is not None and (offer := await self._held(former, place, until)) is not None:
                self._places.give(place)
                return offer
        return None

    async def _held(self, former: Appointment, place: Place, until: datetime) -> Appointment | None:
        with_them = self._interpreters.get(former.id, ())
        holding = KeepPlace(former, place.agenda_id, place.starts_at, place.ends_at, until, with_them)
        try:
            return await keep_place(self._work, holding)
        except Conflict:
            return None  # somebody who would be needed is elsewhere then

    async def _asking(self, ente_id: UUID) -> tuple[Limits, datetime]:
        if self._limits is None:
            limits = (await notice_rules(self._work, ente_id)).closing_limits
            self._limits = limits, await leaves_at(self._work, ente_id, None)
        return self._limits

    async def _places_for(self, former: Appointment) -> Iterable[Place]:
        kind = (former.need_id, former.manner, former.office_id)
        if former.need_id is None:
            return ()
        if kind not in self._free:
            starts_on = max(self._work.today, day_of(former.starts_at) - timedelta(days=DAYS_BEFORE))
            found = await free_slots(
                self._work,
                TimesWanted(
                    need_id=former.need_id,
                    office_ids=[former.office_id],
                    starts_on=starts_on,
                    days=DAYS,
                    way=Way.DESK,
                    manner=former.manner,
                ),
            )
            self._free[kind] = [Place(one.agenda_id, one.starts_at, one.ends_at, one.seats_left) for one in found]
        return self._free[kind]
