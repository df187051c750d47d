"""From when to when a plan holds, and when it is checked."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.casework.queries.care_plan.plans import draft_of
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork

MOST_YEARS = 10
DAYS = ("day_1", "day_2", "day_3", "day_4")


class SetTimetable(BaseModel):
    """The first and the last day; every how many months it is checked, and on which days besides."""

    plan_id: UUID
    starts_on: date | None = None
    ends_on: date | None = None
    check_every_months: int | None = Field(default=None, ge=1, le=24)
    day_1: date | None = None
    day_2: date | None = None
    day_3: date | None = None
    day_4: date | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days that were named, each once, in order."""
        return tuple(sorted({day for name in DAYS if (day := getattr(self, name)) is not None}))


async def set_timetable(work: UnitOfWork, operator: Operator, command: SetTimetable) -> None:
    """Keep it in the draft. Refuses NotFound, PlanHasEnded, NotADraft.

    Refuses Invalid for an end that does not come after the start or is more than ten years away, and for days out of
    the period.
    """
    _plan, version = await draft_of(work, operator, command.plan_id)
    if problems := _problems(command):
        raise Invalid(problems)
    said = command.model_dump(include={"starts_on", "ends_on", "check_every_months"}) | {"checks_on": command.days}
    version.write(version.says.model_copy(update=said))


def _problems(command: SetTimetable) -> dict[str, Text]:
    starts_on, ends_on = command.starts_on, command.ends_on
    found: dict[str, Text] = {}
    if starts_on and ends_on and ends_on <= starts_on:
        found["ends_on"] = _("Il progetto finisce dopo l'inizio: scrivi un giorno che viene dopo.")
    elif starts_on and ends_on and ends_on.year - starts_on.year > MOST_YEARS:
        found["ends_on"] = _("Un progetto dura al massimo dieci anni: scrivi un giorno più vicino.")
    for name in DAYS:
        day = getattr(command, name)
        if day and ((starts_on and day <= starts_on) or (ends_on and day > ends_on)):
            found[name] = _("Questo giorno è fuori dal periodo del progetto.")
    return found
