"""Ends the offers that nobody answered in time."""

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.waiting.give_back import give_back
from domain.scheduling.events import OfferEnded
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.terms import AppointmentState

MOST = 100


async def end_offers(work: UnitOfWork, system: System) -> int:
    """At most MOST of them: their places are free for the next in line. Says how many.

    They count as cancelled by the office: nobody said no. One that is being answered at this moment is left alone.
    """
    wanted = select(Appointment).where(
        visible_to(system),
        col(Appointment.state) == AppointmentState.OFFERED,
        col(Appointment.answer_by) <= work.now,
    )
    over = wanted.order_by(col(Appointment.answer_by)).limit(MOST).with_for_update(skip_locked=True)
    found = (await work.session.exec(over)).all()
    for offer in found:
        offer.cancel(work.now, by_office=True)
        ended = OfferEnded(
            ente_id=offer.ente_id, appointment_id=offer.id, agenda_id=offer.agenda_id, starts_at=offer.starts_at
        )
        await work.record(ended)
    await give_back(work, [offer.id for offer in found])
    return len(found)
