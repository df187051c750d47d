"""What was chosen in the first step of booking for somebody, as addresses and forms say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from backoffice.appointments.day_page import day_in, uuid_of
from backoffice.resources.resource_page import GENDERS
from domain.kernel.languages import LANGUAGES
from domain.scheduling.queries.day.bookable import BookableNeed
from domain.scheduling.terms import Manner, Way

DAYS = 14
ASKED_WAYS = (Way.PHONE, Way.DESK, Way.URGENT)
SLOT_PARTS = 2
ASKED_IN = {
    "motivo": "need_id",
    "persona": "person_id",
    "via": "way",
    "incontro": "manner",
    "dal": "dal",
    "agenda": "agenda",
    "interprete": "interpreter_language",
    "genere": "interpreter_gender",
    "da": "da",
    "alle": "alle",
}
"""What the address of the first step calls what the form of the second one carries."""


@dataclass(frozen=True)
class AskedTimes:
    """What the first step said: whom for, why, how, from which day, in which agenda, with whom.

    ``origin`` is the page to go back to (``origin.way_back``); ``starts_at`` a time that was chosen before the reason.
    """

    need: BookableNeed | None
    person_id: UUID | None
    way: Way
    manner: Manner
    from_on: date
    agenda_id: UUID | None
    interpreter: str
    gender: str = ""
    origin: str = ""
    starts_at: datetime | None = None


def times_asked(given: Any, needs: Sequence[BookableNeed], today: date) -> AskedTimes:
    """What an address or a form says of the first step; what is missing is as usual, the past is today.

    Where a time was chosen first and there is one reason alone to come then, it is that.
    """
    wanted = uuid_of(str(given.get("need_id", "")))
    starts_at = instant_in(str(given.get("alle", "")))
    sole = needs[0] if starts_at and len(needs) == 1 else None
    need = next((one for one in needs if one.id == wanted), sole)
    manners = [one for one in Manner if one.value == given.get("manner")]
    offered = need.manners if need else tuple(Manner)
    ways = [one for one in ASKED_WAYS if one.value == given.get("way")]
    interpreter, gender = str(given.get("interpreter_language", "")), str(given.get("interpreter_gender", ""))
    return AskedTimes(
        need=need,
        person_id=uuid_of(str(given.get("person_id", ""))),
        way=ways[0] if ways else Way.PHONE,
        manner=manners[0] if manners and manners[0] in offered else offered[0],
        from_on=max(day_in(str(given.get("dal", ""))) or today, today),
        agenda_id=uuid_of(str(given.get("agenda", ""))),
        interpreter=interpreter if any(one.code == interpreter for one in LANGUAGES) else "",
        gender=gender if gender in GENDERS else "",
        origin=str(given.get("da", "")),
        starts_at=starts_at,
    )


def first_step(asked: AskedTimes) -> dict[str, str]:
    """The first step as its form has it."""
    return {
        "motivo": str(asked.need.id) if asked.need else "",
        "via": asked.way.value,
        "incontro": asked.manner.value,
        "dal": asked.from_on.isoformat(),
        "agenda": str(asked.agenda_id or ""),
        "interprete": asked.interpreter,
        "genere": asked.gender,
    }


def later(asked: AskedTimes) -> str:
    """The query of the first step, two weeks later."""
    step = first_step(asked) | {"dal": (asked.from_on + timedelta(days=DAYS)).isoformat(), "da": asked.origin}
    return urlencode(step | ({"persona": str(asked.person_id)} if asked.person_id else {}))


def slot_in(text: str) -> tuple[UUID, datetime] | None:
    """The agenda and the instant of a chosen time; None when nothing, or nothing of ours, was chosen."""
    parts = text.split("|")
    agenda_id = uuid_of(parts[0])
    starts_at = instant_in(parts[1]) if len(parts) == SLOT_PARTS else None
    return (agenda_id, starts_at) if agenda_id and starts_at else None


def instant_in(text: str) -> datetime | None:
    """The instant in an address or a field; None for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
