"""What happens after somebody was invited, or an appointment was booked, moved or cancelled."""

from datetime import datetime
from uuid import UUID

from domain.correspondence.terms.occasions import Occasion
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.inviting.fulfil_invitations import FulfilInvitations, fulfil_invitations
from domain.scheduling.actions.inviting.tell_of_invitation import TellOfInvitation, tell_of_invitation
from domain.scheduling.actions.reminding.take_back_reminders import TakeBackReminders, take_back_reminders
from domain.scheduling.actions.telling.tell_of_appointment import TellOfAppointment, tell_of_appointment
from domain.scheduling.actions.telling.tell_of_lateness import TellOfLateness, tell_of_lateness
from domain.scheduling.actions.waiting.offer_freed_place import OfferFreedPlace, offer_freed_place
from domain.scheduling.actions.waiting.withdraw_offers import WithdrawOffers, withdraw_offers
from domain.scheduling.events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
    BookingInvited,
    LateAnnounced,
    OfferEnded,
)
from domain.scheduling.queries.waiting.time_of import time_of


@reacts_to(AppointmentBooked)
async def confirm_appointment(work: UnitOfWork, event: AppointmentBooked) -> None:
    """The person reads when and where, with an entry for the calendar."""
    await _tell(work, event.appointment_id, Occasion.APPOINTMENT_BOOKED)


@reacts_to(AppointmentBooked)
async def end_invitation(work: UnitOfWork, event: AppointmentBooked) -> None:
    """Who was invited has done it."""
    async with as_the_program(work, "end invitation") as system:
        await fulfil_invitations(work, system, FulfilInvitations(appointment_id=event.appointment_id))


@reacts_to(BookingInvited)
async def send_invitation(work: UnitOfWork, event: BookingInvited) -> None:
    """The person reads that an office waits for them, and until when."""
    async with as_the_program(work, "send invitation") as system:
        await tell_of_invitation(work, system, TellOfInvitation(invitation_id=event.invitation_id))


@reacts_to(AppointmentMoved)
async def tell_of_move(work: UnitOfWork, event: AppointmentMoved) -> None:
    """The person reads the new hour."""
    await _tell(work, event.appointment_id, Occasion.APPOINTMENT_MOVED)


@reacts_to(AppointmentCancelled)
async def tell_of_cancelling(work: UnitOfWork, event: AppointmentCancelled) -> None:
    """The person reads that it is not held any more, whoever cancelled it."""
    await _tell(work, event.appointment_id, Occasion.APPOINTMENT_CANCELLED)


@reacts_to(AppointmentCancelled)
async def forget_what_was_said(work: UnitOfWork, event: AppointmentCancelled) -> None:
    """Reminders that have not left vanish, and so does an offer made in place of it."""
    await _forget(work, event)


@reacts_to(AppointmentMoved)
async def forget_the_old_time(work: UnitOfWork, event: AppointmentMoved) -> None:
    """Reminders of the old time that have not left vanish, and so does an offer made in place of it."""
    await _forget(work, event)


@reacts_to(AppointmentCancelled)
async def offer_cancelled_place(work: UnitOfWork, event: AppointmentCancelled) -> None:
    """Who would like to come earlier is asked, in order of booking."""
    await _offer(work, event.agenda_id, await time_of(work, event.appointment_id))


@reacts_to(AppointmentMoved)
async def offer_place_moved_from(work: UnitOfWork, event: AppointmentMoved) -> None:
    """The place that somebody has left is offered too."""
    if event.from_starts_at is not None:
        await _offer(work, event.from_agenda_id, event.from_starts_at)


@reacts_to(LateAnnounced)
async def tell_who_receives(work: UnitOfWork, event: LateAnnounced) -> None:
    """Whoever waits for them knows."""
    async with as_the_program(work, "tell of lateness") as system:
        await tell_of_lateness(work, system, TellOfLateness(appointment_id=event.appointment_id, by_id=event.by_id))


@reacts_to(OfferEnded)
async def offer_to_the_next(work: UnitOfWork, event: OfferEnded) -> None:
    """The next in line is asked."""
    await _offer(work, event.agenda_id, event.starts_at)


async def _forget(work: UnitOfWork, event: AppointmentCancelled | AppointmentMoved) -> None:
    ids = [event.appointment_id]
    async with as_the_program(work, "forget what was said") as system:
        await take_back_reminders(work, system, TakeBackReminders(appointment_ids=ids))
        await withdraw_offers(work, system, WithdrawOffers(former_ids=ids))


async def _offer(work: UnitOfWork, agenda_id: UUID, starts_at: datetime) -> None:
    async with as_the_program(work, "offer freed place") as system:
        await offer_freed_place(work, system, OfferFreedPlace(agenda_id=agenda_id, starts_at=starts_at))


async def _tell(work: UnitOfWork, appointment_id: UUID, occasion: Occasion) -> None:
    """As the program: who is written to may live in another ente."""
    async with as_the_program(work, "tell of appointment") as system:
        await tell_of_appointment(work, system, TellOfAppointment(appointment_id=appointment_id, occasion=occasion))
