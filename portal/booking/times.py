"""The free times of an office for a need, a week at a time: the first one on top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Request

from domain.kernel.clock import day_of
from domain.kernel.languages import BY_CODE
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, first_free, free_slots
from domain.scheduling.terms import Manner, Way
from portal.booking.moments import Choice

WEEK, LOOK_AHEAD = 7, 120
GENDERS = ("female", "male")


@dataclass(frozen=True)
class Wish:
    """How the person wants to be seen, as the address says it: from which day, how, with which interpreter."""

    starts_on: date | None = None
    manner: Manner | None = None
    interpreter: str = ""
    gender: str = ""
    is_step_free: bool = False

    @property
    def is_special(self) -> bool:
        """Whether more is wished than a way to meet."""
        return bool(self.interpreter or self.gender or self.is_step_free)

    def query(self, **changes: str) -> str:
        """The same wish as the query of an address, with ``changes``."""
        known = {
            "dal": self.starts_on.isoformat() if self.starts_on else "",
            "modo": self.manner.value if self.manner else "",
            "interprete": self.interpreter,
            "genere": self.gender,
            "accessibile": "1" if self.is_step_free else "",
        }
        return urlencode({name: value for name, value in (known | changes).items() if value})


@dataclass(frozen=True)
class Times:
    """The days with their times, each once; ``first`` is the first of all; ``before`` and ``after`` other weeks."""

    wish: Wish
    first: Choice | None
    days: Sequence[tuple[date, Sequence[Choice]]]
    before: date | None
    after: date | None
    manners: Sequence[Manner] = ()

    def link(self, need_id: UUID, choice: Choice) -> str:
        """The address of the next page, for a time."""
        asked = self.wish.query(dal="", modo="", accessibile="")
        return f"/prenotazioni/nuova?motivo={need_id}&orario={choice}&{asked}".rstrip("&")


def wish_of(request: Request[Any, Any, Any]) -> Wish:
    """What the address asks; what is no answer of ours counts as none."""
    asked: Mapping[str, str] = request.query_params
    manner, spoken, gender = asked.get("modo", ""), asked.get("interprete", ""), asked.get("genere", "")
    return Wish(
        starts_on=_day(asked.get("dal", "")),
        manner=Manner(manner) if manner in list(Manner) else None,
        interpreter=spoken if spoken in BY_CODE else "",
        gender=gender if gender in GENDERS else "",
        is_step_free=asked.get("accessibile") == "1",
    )


async def times_of(
    work: UnitOfWork, need_id: UUID, office_id: UUID, wish: Wish, manners: Sequence[Manner] = ()
) -> Times:
    """A week of free times that meet the wish: that of the first one, or the one asked for.

    ``manners`` are those to choose among, the usual one first.
    """
    if wish.manner is None and manners:
        wish = replace(wish, manner=manners[0])
    today = day_of(work.now)
    wanted = TimesWanted(
        need_id=need_id,
        way=Way.ONLINE,
        starts_on=today,
        days=LOOK_AHEAD,
        office_ids=[office_id],
        manner=wish.manner,
        interpreter_language=wish.interpreter or None,
        interpreter_gender=wish.gender,
        is_step_free=wish.is_step_free,
    )
    first = await first_free(work, wanted)
    if first is None:
        return Times(wish, None, (), None, None, manners)
    starts_on = max(wish.starts_on or day_of(first.starts_at), today)
    found = await free_slots(work, replace(wanted, starts_on=starts_on, days=WEEK))
    before = starts_on - timedelta(days=WEEK)
    return Times(
        wish=wish,
        first=_choice(first, wish),
        days=_by_day(found, wish),
        before=max(before, today) if starts_on > max(today, day_of(first.starts_at)) else None,
        after=starts_on + timedelta(days=WEEK),
        manners=manners,
    )


def _by_day(found: Sequence[FreeSlot], wish: Wish) -> list[tuple[date, list[Choice]]]:
    """Each time once: of two agendas that are free then, the first."""
    once = {slot.starts_at: slot for slot in reversed(found)}
    choices = [_choice(once[moment], wish) for moment in sorted(once)]
    return [(day, list(those)) for day, those in groupby(choices, key=lambda one: day_of(one.starts_at))]


def _choice(slot: FreeSlot, wish: Wish) -> Choice:
    return Choice(slot.agenda_id, slot.starts_at, wish.manner or slot.manners[0])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
