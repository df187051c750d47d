"""An agenda receives on a day besides its week."""

from datetime import date, time
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.make_seats import make_seats
from domain.scheduling.model.opening import ExtraOpening
from domain.scheduling.queries.agendas.kept import kept_agenda
from domain.scheduling.terms import Manner, Way


class AddExtraOpening(BaseModel):
    """From an hour to another of one day; otherwise like a stretch of the week."""

    agenda_id: UUID
    opens_on: date
    opening_time: time
    closing_time: time
    step_minutes: int = Field(default=30, ge=5, le=480)
    gap_minutes: int = Field(default=0, ge=0, le=240)
    seats: int = Field(default=1, ge=1, le=200)
    manners: tuple[Manner, ...] = Field(default=(Manner.IN_PERSON,), min_length=1)
    ways: tuple[Way, ...] = Field(default=tuple(Way), min_length=1)


async def add_extra_opening(work: UnitOfWork, actor: Actor, command: AddExtraOpening) -> UUID:
    """The opening. It holds on a day off too, and where it meets the week no time is offered twice.

    Refuses NotFound, NotYourAgenda, and Invalid where the day is over, it ends before it begins, or another extra
    opening is there.
    """
    agenda = await kept_agenda(work, actor, command.agenda_id)
    if command.opens_on < work.today:
        raise Invalid({"opens_on": _("Scegli oggi o un giorno che deve ancora venire.")})
    if command.closing_time <= command.opening_time:
        raise Invalid({"closing_time": _("L'ora di chiusura viene dopo quella di apertura.")})
    if await _is_there(work, command):
        raise Invalid({"opening_time": _("In questo orario c'è già un'apertura in più.")})
    await make_seats(work, agenda, command.seats)
    opening = ExtraOpening(
        ente_id=agenda.ente_id,
        manners=[manner.value for manner in command.manners],
        ways=[way.value for way in command.ways],
        **command.model_dump(exclude={"manners", "ways"}),
    )
    work.session.add(opening)
    return opening.id


async def _is_there(work: UnitOfWork, command: AddExtraOpening) -> bool:
    same = select(ExtraOpening.id).where(
        col(ExtraOpening.agenda_id) == command.agenda_id,
        col(ExtraOpening.opens_on) == command.opens_on,
        col(ExtraOpening.opening_time) < command.closing_time,
        col(ExtraOpening.closing_time) > command.opening_time,
    )
    return (await work.session.exec(same.limit(1))).first() is not None
