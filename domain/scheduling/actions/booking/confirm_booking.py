"""Who has typed everything says yes: the appointment is booked."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Citizen
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.queries.booking.draft import booking_draft
from domain.scheduling.refusals import ContactNotProven


class ConfirmBooking(BaseModel):
    """In which browser."""

    token: str = Field(repr=False)


async def confirm_booking(work: UnitOfWork, actor: Actor, command: ConfirmBooking) -> UUID:
    """Book what the draft says, and throw it away; the id of the appointment.

    Refuses DraftOver, ContactNotProven to who is not signed in, and whatever booking refuses: then the draft stays.
    """
    draft = await booking_draft(work, actor, command.token)
    if not isinstance(actor, Citizen) and draft.proven_at is None:
        raise ContactNotProven
    names = ("need_id", "agenda_id", "starts_at", "manner", "person_id", "given_name", "family_name", "email", "phone")
    more = ("language", "note", "interpreter_language", "interpreter_gender", "wants_reminders", "wants_earlier")
    wanted = BookAppointment.model_validate({name: getattr(draft, name) for name in (*names, *more)})
    booked_id = await book_appointment(work, actor, wanted)
    async with as_the_program(work, "throw booking draft away"):
        await work.session.delete(draft)
    return booked_id
