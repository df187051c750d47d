"""The two steps in which an operator books for somebody: who and why, then when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Request, Response

from backoffice.appointments.day_page import HOME, day_in, uuid_of
from backoffice.resources.resource_page import GENDERS
from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES, SOURCE
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.queries.day.bookable import BookableAgenda, BookableNeed, bookable_agendas, bookable_needs
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, free_slots
from domain.scheduling.terms import Manner, Way
from web.forms import Form, show
from web.locale import localised, sentence
from web.rendering import page

DAYS = 14
SHOWN = 40
ASKED_WAYS = (Way.PHONE, Way.DESK, Way.URGENT)
SLOT_PARTS = 2
USUAL = {"language": SOURCE.code, "wants_reminders": "true", "every_weeks": "0", "times": "4"}
ASKED_IN = {
    "motivo": "need_id",
    "persona": "person_id",
    "via": "way",
    "incontro": "manner",
    "dal": "dal",
    "agenda": "agenda",
    "interprete": "interpreter_language",
    "genere": "interpreter_gender",
}
"""What the address of the first step calls what the form of the second one carries."""


@dataclass(frozen=True)
class AskedTimes:
    """What the first step said: whom for, why, how, from which day, in which agenda, with whom."""

    need: BookableNeed | None
    person_id: UUID | None
    way: Way
    manner: Manner
    from_on: date
    agenda_id: UUID | None
    interpreter: str
    gender: str = ""


def times_asked(given: Any, needs: Sequence[BookableNeed], today: date) -> AskedTimes:
    """What an address or a form says of the first step; what is missing is as usual, the past is today."""
    wanted = uuid_of(str(given.get("need_id", "")))
    need = next((one for one in needs if one.id == wanted), None)
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
    )


async def booking_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """Both steps on one page: the second one once it is known why somebody comes.

    ``form`` without values is a page that was just opened.
    """
    needs = await bookable_needs(work, operator)
    given = {own: request.query_params.get(name, "") for name, own in ASKED_IN.items()} | form.values
    asked = times_asked(given, needs, work.today)
    agendas = await bookable_agendas(work, operator, asked.need.id) if asked.need else []
    slots = await times_for(work, asked, agendas) if asked.need else []
    known = (await names(work, [asked.person_id])).get(asked.person_id) if asked.person_id else None
    return page(
        request,
        "appointments/new.html",
        status=status,
        form=form if form.values else show(USUAL),
        asked=asked,
        first_step=show(_first_step(asked)),
        person=known,
        needs=[(str(one.id), localised(dict(one.name))) for one in needs],
        manners=[(one.value, sentence(HOME if one is Manner.HOME else one.label)) for one in Manner],
        ways=[(one.value, sentence(one.label)) for one in ASKED_WAYS],
        agendas=[(str(one.id), one.name) for one in agendas],
        genders=[(value, sentence(label)) for value, label in GENDERS.items()],
        tongues=[(one.code, one.native_name) for one in LANGUAGES],
        slots=await slot_choices(work, slots, agendas),
        later=_later(asked),
        is_booked_elsewhere=request.query_params.get("fatto") == "altrove",
    )


def _first_step(asked: AskedTimes) -> dict[str, str]:
    return {
        "motivo": str(asked.need.id) if asked.need else "",
        "via": asked.way.value,
        "incontro": asked.manner.value,
        "dal": asked.from_on.isoformat(),
        "agenda": str(asked.agenda_id or ""),
        "interprete": asked.interpreter,
        "genere": asked.gender,
    }


def _later(asked: AskedTimes) -> str:
    """The query of the first step, two weeks later."""
    step = _first_step(asked) | {"dal": (asked.from_on + timedelta(days=DAYS)).isoformat()}
    return urlencode(step | ({"persona": str(asked.person_id)} if asked.person_id else {}))


async def times_for(work: UnitOfWork, asked: AskedTimes, agendas: Sequence[BookableAgenda]) -> Sequence[FreeSlot]:
    """The first free times of two weeks, in the agendas in reach or in the one that was chosen."""
    ids = [one.id for one in agendas if asked.agenda_id in (None, one.id)]
    if asked.need is None or not ids:
        return []
    found = await free_slots(
        work,
        TimesWanted(
            need_id=asked.need.id,
            agenda_ids=ids,
            starts_on=asked.from_on,
            days=DAYS,
            way=asked.way,
            manner=asked.manner,
            interpreter_language=asked.interpreter or None,
            interpreter_gender=asked.gender,
        ),
    )
    return found[:SHOWN]


@dataclass(frozen=True)
class SlotChoice:
    """A free time as one chooses it."""

    value: str
    starts_at: datetime
    agenda: str
    place: str
    office: str


async def slot_choices(
    work: UnitOfWork, slots: Sequence[FreeSlot], agendas: Sequence[BookableAgenda]
) -> list[SlotChoice]:
    """The times with the names of their agendas and offices; one question."""
    by_id = {one.id: one for one in agendas}
    offices = await office_names(work, {slot.office_id for slot in slots}) if slots else {}
    return [
        SlotChoice(
            value=f"{slot.agenda_id}|{slot.starts_at.isoformat()}",
            starts_at=slot.starts_at,
            agenda=by_id[slot.agenda_id].name,
            place=by_id[slot.agenda_id].place,
            office=offices[slot.office_id].name if slot.office_id in offices else "",
        )
        for slot in slots
    ]


def slot_in(text: str) -> tuple[UUID, datetime] | None:
    """The agenda and the instant of a chosen time; None when nothing, or nothing of ours, was chosen."""
    parts = text.split("|")
    agenda_id = uuid_of(parts[0])
    try:
        starts_at = datetime.fromisoformat(parts[1]) if len(parts) == SLOT_PARTS else None
    except ValueError:
        return None
    if agenda_id is None or starts_at is None or starts_at.tzinfo is None:
        return None
    return agenda_id, starts_at
