"""From a day on an agenda has another week; the earlier one stays for the days before."""

from datetime import date
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
from domain.scheduling.actions.agendas.set_openings import SetOpenings
from domain.scheduling.model.agenda import Agenda, Opening
from domain.scheduling.queries.agendas.kept import kept_agenda
from domain.scheduling.rules.stretches import Stretch, Weekly, overlapping


class StartWeek(BaseModel):
    """The whole week as seen at ``seen_version``; the days of each stretch are those from ``holds_from`` on."""

    agenda_id: UUID
    seen_version: int
    holds_from: date
    openings: tuple[SetOpenings.Opening, ...] = Field(default=(), max_length=100)


async def start_week(work: UnitOfWork, actor: Actor, command: StartWeek) -> int:
    """The new version. Weeks written for later days go; appointments stay as they are, also outside the new week.

    Refuses NotFound, NotYourAgenda, AgendaChangedMeanwhile, and Invalid beside what is wrong: ``holds_from`` (over
    already), ``openings.2.closing_time`` (before it opens) or ``openings.2.opening_time`` (overlaps one before).
    """
    agenda = await kept_agenda(work, actor, command.agenda_id, seen_version=command.seen_version)
    if wrong := _wrong(command, work.today):
        raise Invalid(wrong)
    await _end_earlier(work, agenda, command.holds_from)
    await make_seats(work, agenda, max((one.seats for one in command.openings), default=1))
    for one in command.openings:
        facts = one.model_dump(exclude={"starts_on", "ends_on", "manners", "ways"})
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


async def _end_earlier(work: UnitOfWork, agenda: Agenda, day: date) -> None:
    """What holds on ``day`` ends the day before it; what would begin on it or later does not begin."""
    mine = select(Opening).where(col(Opening.agenda_id) == agenda.id)
    for one in (await work.session.exec(mine.with_for_update())).all():
        first, after = one.valid_during.lower, one.valid_during.upper
        if first is not None and first >= day:
            await work.session.delete(one)
        elif after is None or after > day:
            one.valid_during = Range(first, day)


def _wrong(command: StartWeek, today: date) -> dict[str, Text]:
    if command.holds_from < today:
        return {"holds_from": _("Scegli oggi o un giorno che deve ancora venire.")}
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
