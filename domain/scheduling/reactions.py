"""What happens after an appointment was booked, moved or cancelled."""

from domain.correspondence.terms.occasions import Occasion
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.telling.tell_of_appointment import TellOfAppointment, tell_of_appointment
from domain.scheduling.events import AppointmentBooked, AppointmentCancelled, AppointmentMoved


@reacts_to(AppointmentBooked)
async def confirm_appointment(work: UnitOfWork, event: AppointmentBooked) -> None:
    """The person reads when and where, with an entry for the calendar."""
    await _tell(work, TellOfAppointment(appointment_id=event.appointment_id, occasion=Occasion.APPOINTMENT_BOOKED))


@reacts_to(AppointmentMoved)
async def tell_of_move(work: UnitOfWork, event: AppointmentMoved) -> None:
    """The person reads the new hour."""
    await _tell(work, TellOfAppointment(appointment_id=event.appointment_id, occasion=Occasion.APPOINTMENT_MOVED))


@reacts_to(AppointmentCancelled)
async def tell_of_cancelling(work: UnitOfWork, event: AppointmentCancelled) -> None:
    """The person reads that it is not held any more, whoever cancelled it."""
    told = TellOfAppointment(appointment_id=event.appointment_id, occasion=Occasion.APPOINTMENT_CANCELLED)
    await _tell(work, told)


async def _tell(work: UnitOfWork, command: TellOfAppointment) -> None:
    """As the program: who is written to may live in another ente."""
    async with as_the_program(work, "tell of appointment") as system:
        await tell_of_appointment(work, system, command)
