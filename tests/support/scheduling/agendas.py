"""Agendas and needs for tests, made by real actions."""

from collections.abc import Sequence
from datetime import date, time
from itertools import count
from typing import Any
from uuid import UUID

from domain.organization.queries.offices import office
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.open_agenda import OpenAgenda, open_agenda
from domain.scheduling.actions.agendas.set_need import SetNeed, set_need
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.agendas.start_week import StartWeek, start_week
from domain.scheduling.terms import ResourceKind
from tests.support.given import SYSTEM

_numbers = count(1)
LONG_AGO = date(2020, 1, 1)
WORKDAYS = range(5)


async def a_need(work: UnitOfWork, ente_id: UUID, **facts: Any) -> UUID:
    """Something to be seen for: half an hour, in person, unless told otherwise."""
    number = next(_numbers)
    command = SetNeed(ente_id=ente_id, slug=f"motivo-{number}", name=Localised({"it": f"Motivo {number}"}))
    return await set_need(work, SYSTEM, command.model_copy(update=facts))


async def a_room(work: UnitOfWork, ente_id: UUID, **facts: Any) -> UUID:
    """A room of the ente."""
    command = SetResource(ente_id=ente_id, kind=ResourceKind.ROOM, name=f"Stanza {next(_numbers)}")
    return await set_resource(work, SYSTEM, command.model_copy(update=facts))


async def an_interpreter(work: UnitOfWork, ente_id: UUID, *languages: str, **facts: Any) -> UUID:
    """Somebody who interprets ``languages``, for every office of the ente."""
    command = SetResource(
        ente_id=ente_id, kind=ResourceKind.INTERPRETER, name=f"Interprete {next(_numbers)}", languages=languages
    )
    return await set_resource(work, SYSTEM, command.model_copy(update=facts))


def a_week(
    *, weekdays: Sequence[int] = WORKDAYS, opens: time = time(9), closes: time = time(12), **facts: Any
) -> tuple[StartWeek.Opening, ...]:
    """The same stretch on each of ``weekdays``: 9 to 12 from Monday to Friday unless told otherwise."""
    given: dict[str, Any] = {"opening_time": opens, "closing_time": closes} | facts
    return tuple(StartWeek.Opening(weekday=weekday, **given) for weekday in weekdays)


async def an_agenda(
    work: UnitOfWork,
    office_id: UUID,
    need_ids: Sequence[UUID] = (),
    *,
    openings: Sequence[StartWeek.Opening] | None = None,
    **facts: Any,
) -> UUID:
    """An agenda of the office with time for ``need_ids`` in ``openings`` (``a_week()``), since long ago."""
    command = OpenAgenda(office_id=office_id, name=f"Agenda {next(_numbers)}", need_ids=tuple(need_ids))
    agenda_id = await open_agenda(work, SYSTEM, command.model_copy(update=facts))
    week = a_week() if openings is None else openings
    started = StartWeek(agenda_id=agenda_id, seen_version=1, holds_from=LONG_AGO, openings=tuple(week))
    await start_week(work, SYSTEM, started)
    return agenda_id


async def a_need_with_an_agenda(work: UnitOfWork, office_id: UUID, **facts: Any) -> tuple[UUID, UUID]:
    """A need of the office's ente, and an agenda with time for it; ``facts`` are the agenda's."""
    need_id = await a_need(work, (await office(work, office_id)).ente_id)
    return need_id, await an_agenda(work, office_id, [need_id], **facts)
