"""The agendas of the demonstration: desks, social workers, visits at home, rooms and mediators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from domain.commands.stories.life import SYSTEM, Bind, operator_called
from domain.organization.queries.enti import family_of
from domain.organization.queries.offices import OfficeRow, offices_of_all
from domain.organization.seeds.valley import OFFICES
from domain.platform.work import UnitOfWork, unit_of_work
from domain.scheduling.actions.agendas.open_agenda import OpenAgenda, open_agenda
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.agendas.start_week import StartWeek, start_week
from domain.scheduling.queries.agendas.started import is_started
from domain.scheduling.seeds.starting_needs import HOME, MONEY, NEWCOMERS, PAPERS, SAFE, TALK, start_with_needs
from domain.scheduling.terms import Manner, ResourceKind, Way

SINCE = date(2024, 1, 1)
IN_OFFICE = (Manner.IN_PERSON, Manner.PHONE, Manner.VIDEO)
NAMES = {one.key: one.name for one in OFFICES}


@dataclass(frozen=True)
class DemoAgenda:
    """An agenda of the office with this key; its hours are the office's, unless it has some of its own."""

    office: str
    name: str
    needs: tuple[str, ...]
    who: str = ""
    room: str = ""
    languages: tuple[str, ...] = ("it",)
    hours: tuple[StartWeek.Opening, ...] = ()
    seats: int = 1


def _stretch(weekday: int, opens: time, closes: time, **facts: Any) -> StartWeek.Opening:
    return StartWeek.Opening(weekday=weekday, opening_time=opens, closing_time=closes, **facts)


VISITS = tuple(
    _stretch(weekday, time(14), time(18), step_minutes=60, gap_minutes=30, manners=(Manner.HOME,)) for weekday in (1, 2)
)
INTERVIEWS = tuple(_stretch(weekday, time(9), time(13), manners=IN_OFFICE) for weekday in (0, 2, 3))
URGENT = (_stretch(4, time(9), time(11), ways=(Way.URGENT,), released_hours=24, manners=IN_OFFICE),)
DESK = (TALK, MONEY, PAPERS)
AGENDAS = (
    DemoAgenda("valley_desk", "Sportello", DESK, languages=("it", "en")),
    DemoAgenda("borgo_desk", "Sportello", DESK, languages=("it", "fr"), seats=2),
    DemoAgenda("montefiore_desk", "Sportello", DESK),
    DemoAgenda("pieve_desk", "Sportello", DESK, languages=("it", "de")),
    DemoAgenda(
        "borgo_social",
        "Colloqui di Sara Bonfante",
        (TALK, HOME, SAFE),
        who="Sara Bonfante",
        room="Stanza dei colloqui",
        hours=INTERVIEWS + URGENT,
    ),
    DemoAgenda("borgo_social", "Visite a casa", (HOME,), who="Sara Bonfante", hours=VISITS),
    DemoAgenda("montefiore_social", "Colloqui di Ilaria Desanti", (TALK, HOME, SAFE), who="Ilaria Desanti"),
    DemoAgenda("pieve_social", "Colloqui di Donata Fiorilli", (TALK, HOME, SAFE), who="Donata Fiorilli"),
    DemoAgenda("bridge_desk", "Sportello per chi viene da un altro Paese", (NEWCOMERS,), languages=("it", "fr", "en")),
)
MEDIATORS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Mediatrice di lingua araba", ("ar", "fr")),
    ("Mediatrice di lingua ucraina", ("uk",)),
)


async def open_agendas(ambito_id: UUID, bind: Bind) -> None:
    """Open them all, once: where people are told for what to come, they are open. One transaction."""
    async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
        offices = {one.name: one for one in await offices_of_all(work, SYSTEM, await family_of(work, ambito_id))}
        if await is_started(work, ambito_id):
            return
    people = {one.who: await operator_called(one.who, bind) for one in AGENDAS if one.who}
    async with unit_of_work(SYSTEM, bind=bind) as work:
        needs = await start_with_needs(work, SYSTEM, ambito_id)
        for name, languages in MEDIATORS:
            mediator = SetResource(
                ente_id=ambito_id, kind=ResourceKind.INTERPRETER, name=name, languages=languages, gender="female"
            )
            await set_resource(work, SYSTEM, mediator)
        taken: dict[str, UUID] = {}
        for one in AGENDAS:
            where = offices[NAMES[one.office]]
            operator_id = people[one.who].operator_id if one.who else None
            await _open(work, one, where, needs, await _resources(work, one, where, operator_id, taken))


async def _open(
    work: UnitOfWork, one: DemoAgenda, where: OfficeRow, needs: Mapping[str, UUID], resource_ids: tuple[UUID, ...]
) -> None:
    agenda_id = await open_agenda(
        work,
        SYSTEM,
        OpenAgenda(
            office_id=where.id,
            name=one.name,
            place=one.room,
            need_ids=tuple(needs[slug] for slug in one.needs),
            resource_ids=resource_ids,
            languages=one.languages,
            is_step_free=one.seats > 1 or bool(one.room),
        ),
    )
    step = 15 if PAPERS in one.needs else 30
    hours = one.hours or tuple(
        _stretch(row.weekday, row.opening_time, row.closing_time, step_minutes=step, seats=one.seats, manners=IN_OFFICE)
        for row in where.hours
    )
    await start_week(work, SYSTEM, StartWeek(agenda_id=agenda_id, seen_version=1, holds_from=SINCE, openings=hours))


async def _resources(
    work: UnitOfWork, one: DemoAgenda, where: OfficeRow, operator_id: UUID | None, taken: dict[str, UUID]
) -> tuple[UUID, ...]:
    """The room and whoever receives, each made the first time it is named."""
    facts: dict[str, dict[str, Any]] = {}
    if one.room:
        facts[one.room] = {"kind": ResourceKind.ROOM, "is_step_free": True}
    if operator_id:
        facts[one.who] = {"kind": ResourceKind.OPERATOR, "operator_id": operator_id, "languages": one.languages}
    for name, said in facts.items():
        if name not in taken:
            resource = SetResource(ente_id=where.ente_id, office_id=where.id, name=name, **said)
            taken[name] = await set_resource(work, SYSTEM, resource)
    return tuple(taken[name] for name in facts)
