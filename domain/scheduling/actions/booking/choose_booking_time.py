"""Who was booking chooses another time: all that was typed stays."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.queries.booking.draft import kept_draft
from domain.scheduling.terms import Manner


class ChooseBookingTime(BaseModel):
    """In which browser; where, when and how."""

    token: str = Field(repr=False)
    agenda_id: UUID
    starts_at: datetime
    manner: Manner


async def choose_booking_time(work: UnitOfWork, actor: Actor, command: ChooseBookingTime) -> None:
    """Keep the other time. Whether it can be had is asked when it is confirmed. Refuses DraftOver, NotFound."""
    agenda = await work.session.get(Agenda, command.agenda_id)
    if agenda is None:
        raise NotFound
    async with as_the_program(work, "choose booking time"):
        draft = await kept_draft(work, actor, command.token, for_update=True)
        draft.agenda_id, draft.ente_id = agenda.id, agenda.ente_id
        draft.starts_at, draft.manner = command.starts_at, command.manner
