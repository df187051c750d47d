"""The two steps in which an operator books for somebody: who and why, then when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from litestar import Request, Response

from backoffice.appointments.asked_times import ASKED_IN, ASKED_WAYS, DAYS, AskedTimes, first_step, later, times_asked
from backoffice.appointments.day_page import HOME, uuid_of
from backoffice.next_appointments.origin import way_back
from backoffice.resources.resource_page import GENDERS
from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.languages import LANGUAGES, SOURCE
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.queries.day.bookable import BookableAgenda, bookable_agendas, bookable_needs
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, free_slots
from domain.scheduling.terms import Manner
from web.forms import Form, show
from web.locale import localised, sentence
from web.rendering import page

SHOWN = 40
USUAL = {"language": SOURCE.code, "wants_reminders": "true", "every_weeks": "0", "times": "4"}


async def booking_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """Both steps on one page: the second one once it is known why somebody comes.

    ``form`` without values is a page that was just opened.
    """
    given = {own: request.query_params.get(name, "") for name, own in ASKED_IN.items()} | form.values
    chosen_in = uuid_of(str(given["agenda"])) if given["alle"] else None
    needs = await bookable_needs(work, operator, chosen_in)
    asked = times_asked(given, needs, work.today)
    agendas = await bookable_agendas(work, operator, asked.need.id if asked.need else None, asked.agenda_id)
    slots = await times_for(work, asked, agendas) if asked.need else []
    choices = await slot_choices(work, slots, agendas)
    wanted = [one.value for one in choices if one.starts_at == asked.starts_at]
    known = (await names(work, [asked.person_id])).get(asked.person_id) if asked.person_id else None
    return page(
        request,
        "appointments/new.html",
        status=status,
        form=form if form.values else show(USUAL | ({"slot": wanted[0]} if wanted else {})),
        asked=asked,
        first_step=show(first_step(asked)),
        person=known,
        needs=[(str(one.id), localised(dict(one.name))) for one in needs],
        manners=[(one.value, sentence(HOME if one is Manner.HOME else one.label)) for one in Manner],
        ways=[(one.value, sentence(one.label)) for one in ASKED_WAYS],
        agendas=[(str(one.id), one.name) for one in agendas],
        genders=[(value, sentence(label)) for value, label in GENDERS.items()],
        tongues=[(one.code, one.native_name) for one in LANGUAGES],
        slots=choices,
        later=later(asked),
        is_gone=bool(asked.need and asked.starts_at and not wanted and day_of(asked.starts_at) == asked.from_on),
        back=way_back(asked.origin),
        done=request.query_params.get("fatto", ""),
    )


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
    beyond = [one for one in found[SHOWN:] if one.starts_at == asked.starts_at]
    return [*found[:SHOWN], *beyond[:1]]


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
