"""The week of an agenda is written anew."""

from datetime import date, time
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.tables import days
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.make_seats import make_seats
from domain.scheduling.model.agenda import Opening
from domain.scheduling.queries.agendas.kept import kept_agenda
from domain.scheduling.rules.stretches import Stretch, Weekly, overlapping
from domain.scheduling.rules.wall_time import DAY
from domain.scheduling.terms import Manner, Way


class SetOpenings(BaseModel):
    """The whole week, as seen at ``seen_version``: what is not in it is closed."""

    class Opening(BaseModel):
        """A stretch of a weekday, 0 = Monday, from ``starts_on`` (today if not given) to ``ends_on``, both included."""

        weekday: int = Field(ge=0, le=6)
        opening_time: time
        closing_time: time
        starts_on: date | None = None
        ends_on: date | None = None
        every_weeks: int = Field(default=1, ge=1, le=8)
        step_minutes: int = Field(default=30, ge=5, le=480)
        gap_minutes: int = Field(default=0, ge=0, le=240)
        seats: int = Field(default=1, ge=1, le=200)
        manners: tuple[Manner, ...] = Field(default=(Manner.IN_PERSON,), min_length=1)
        ways: tuple[Way, ...] = Field(default=tuple(Way), min_length=1)
        released_hours: int | None = Field(default=None, ge=0, le=2_000)

    agenda_id: UUID
    seen_version: int
    openings: tuple[Opening, ...] = Field(default=(), max_length=100)


async def set_openings(work: UnitOfWork, actor: Actor, command: SetOpenings) -> int:
    """The new version. Appointments stay as they are, also outside the new week.

    Refuses NotFound, NotYourAgenda, AgendaChangedMeanwhile, and Invalid beside what is wrong: ``openings.2.ends_on``,
    ``openings.2.closing_time`` (before it opens) or ``openings.2.opening_time`` (overlaps one before).
    """
    agenda = await kept_agenda(work, actor, command.agenda_id, seen_version=command.seen_version)
    if wrong := _wrong(command.openings, work.today):
        raise Invalid(wrong)
    await work.session.exec(sa.delete(Opening).where(col(Opening.agenda_id) == agenda.id))
    await make_seats(work, agenda, max((one.seats for one in command.openings), default=1))
    for one in command.openings:
        facts = one.model_dump(exclude={"starts_on", "ends_on", "manners", "ways"})
        work.session.add(
            Opening(
                ente_id=agenda.ente_id,
                agenda_id=agenda.id,
                valid_during=days(one.starts_on or work.today, one.ends_on),
                manners=[manner.value for manner in one.manners],
                ways=[way.value for way in one.ways],
                **facts,
            )
        )
    return agenda.version


def _wrong(openings: tuple[SetOpenings.Opening, ...], today: date) -> dict[str, Text]:
    early = {
        f"openings.{index}.closing_time": _("L'ora di chiusura viene dopo quella di apertura.")
        for index, one in enumerate(openings)
        if one.closing_time <= one.opening_time
    }
    backward = {
        f"openings.{index}.ends_on": _("L'ultimo giorno non può venire prima del primo.")
        for index, one in enumerate(openings)
        if one.ends_on and one.ends_on < (one.starts_on or today)
    }
    twice = {
        f"openings.{index}.opening_time": _("In questo orario l'agenda è già aperta. Controlla le altre righe.")
        for index in overlapping([_stretch(one, today) for one in openings])
    }
    return early or backward or twice


def _stretch(one: SetOpenings.Opening, today: date) -> Stretch:
    after = one.ends_on + DAY if one.ends_on else None
    return Stretch(
        when=Weekly(one.weekday, one.starts_on or today, after, one.every_weeks),
        opening_time=one.opening_time,
        closing_time=one.closing_time,
    )
