"""From a day on an agenda has a week; an earlier one stays for the days before."""

from datetime import date, time
from uuid import UUID

from pydantic import BaseModel, Field
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.tables import since
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.make_seats import make_seats
from domain.scheduling.model.opening import Opening
from domain.scheduling.queries.agendas.kept import kept_agenda
from domain.scheduling.rules.stretches import Stretch, Weekly, overlapping
from domain.scheduling.terms import Manner, Way


class StartWeek(BaseModel):
    """The whole week from ``holds_from`` on, as seen at ``seen_version``: what is not in it is closed."""

    class Opening(BaseModel):
        """A stretch of a weekday, 0 = Monday."""

        weekday: int = Field(ge=0, le=6)
        opening_time: time
        closing_time: time
        every_weeks: int = Field(default=1, ge=1, le=8)
        step_minutes: int = Field(default=30, ge=5, le=480)
        gap_minutes: int = Field(default=0, ge=0, le=240)
        seats: int = Field(default=1, ge=1, le=200)
        manners: tuple[Manner, ...] = Field(default=(Manner.IN_PERSON,), min_length=1)
        ways: tuple[Way, ...] = Field(default=tuple(Way), min_length=1)
        released_hours: int | None = Field(default=None, ge=0, le=2_000)

    agenda_id: UUID
    seen_version: int
    holds_from: date
    openings: tuple[Opening, ...] = Field(default=(), max_length=100)


async def start_week(work: UnitOfWork, actor: Actor, command: StartWeek) -> int:
    """The new version. Weeks written for later days go; appointments stay as they are, also outside the new week.

    Refuses NotFound, NotYourAgenda, AgendaChangedMeanwhile, and Invalid beside what is wrong: ``holds_from`` (over
    already, where there was a week before), ``openings.2.closing_time`` (before it opens) or
    ``openings.2.opening_time`` (overlaps one before).
    """
    agenda = await kept_agenda(work, actor, command.agenda_id, seen_version=command.seen_version)
    mine = select(Opening).where(col(Opening.agenda_id) == agenda.id)
    earlier = (await work.session.exec(mine.with_for_update())).all()
    if earlier and command.holds_from < work.today:
        raise Invalid({"holds_from": _("Scegli oggi o un giorno che deve ancora venire.")})
    if wrong := _wrong(command):
        raise Invalid(wrong)
    for one in earlier:
        await _end(work, one, command.holds_from)
    await make_seats(work, agenda, max((one.seats for one in command.openings), default=1))
    for one in command.openings:
        facts = one.model_dump(exclude={"manners", "ways"})
        work.session.add(
            Opening(
                ente_id=agenda.ente_id,
                agenda_id=agenda.id,
                valid_during=since(command.holds_from),
                manners=[manner.value for manner in one.manners],
                ways=[way.value for way in one.ways],
                **facts,
            )
        )
    return agenda.version


async def _end(work: UnitOfWork, earlier: Opening, day: date) -> None:
    """What holds on ``day`` ends the day before it; what would begin on it or later does not begin."""
    first, after = earlier.valid_during.lower, earlier.valid_during.upper
    if first is not None and first >= day:
        await work.session.delete(earlier)
    elif after is None or after > day:
        earlier.valid_during = Range(first, day)


def _wrong(command: StartWeek) -> dict[str, Text]:
    early = {
        f"openings.{index}.closing_time": _("L'ora di chiusura viene dopo quella di apertura.")
        for index, one in enumerate(command.openings)
        if one.closing_time <= one.opening_time
    }
    stretches = [
        Stretch(
            when=Weekly(one.weekday, command.holds_from, None, one.every_weeks),
            opening_time=one.opening_time,
            closing_time=one.closing_time,
        )
        for one in command.openings
    ]
    return early or {
        f"openings.{index}.opening_time": _("In questo orario l'agenda è già aperta. Controlla le altre righe.")
        for index in overlapping(stretches)
    }
