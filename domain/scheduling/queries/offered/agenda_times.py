"""All that says when agendas have time, in few questions however many agendas there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.organization.queries.enti import family_of
from domain.platform.work import UnitOfWork
from domain.procedure.queries.legal_calendar import calendars_for
from domain.scheduling.model.resource import AgendaResource, Resource
from domain.scheduling.queries.offered.interpreting import WantedInterpreter, suits
from domain.scheduling.queries.offered.stretches_of import stretches_of
from domain.scheduling.queries.offered.taken import Closed, closures, elsewhere, resources_taken, seats
from domain.scheduling.rules.slots import AgendaTime
from domain.scheduling.rules.taken import Busy, Held, Someone, Span


@dataclass(frozen=True)
class OpenAgenda:
    """An agenda of which the times are asked."""

    id: UUID
    ente_id: UUID
    office_id: UUID
    lead_minutes: int
    horizon_days: int


async def agenda_times(
    work: UnitOfWork,
    agendas: Sequence[OpenAgenda],
    days: Sequence[date],
    span: Span,
    interpreter: WantedInterpreter | None,
) -> list[AgendaTime]:
    """When each of ``agendas`` has time on ``days``, which lie within ``span``. At most eleven questions."""
    ids, ente_ids = [one.id for one in agendas], {one.ente_id for one in agendas}
    stretches = await stretches_of(work, ids, days)
    resources = await _resources(work, ids)
    interpreters = await _interpreters(work, agendas, interpreter)
    everybody = {one for owned in resources.values() for one in owned} | {one for one, _office in interpreters}
    closed = await closures(work, ente_ids, everybody, span)
    others = await elsewhere(work, ids, span)
    held = await seats(work, ids, span)
    taken = await resources_taken(work, [one for one, _office in interpreters], span)
    off = await _days_off(work, ente_ids, days)
    spoken = [(Someone(Busy(closed[one]), taken[one]), office_id) for one, office_id in interpreters]
    return [
        AgendaTime(
            agenda_id=one.id,
            stretches=stretches[one.id],
            closed=Busy(_closed(one, resources[one.id], closed) + others[one.id]),
            held=Held.of_seconds(*held.get(one.id, ((), ()))),
            interpreters=[who for who, office_id in spoken if office_id in (None, one.office_id)]
            if interpreter
            else None,
            days_off=off[one.ente_id],
        )
        for one in agendas
    ]


def _closed(agenda: OpenAgenda, resources: Iterable[UUID], closed: Closed) -> list[Span]:
    owners = (agenda.ente_id, agenda.office_id, agenda.id, *resources)
    return [span for owner in owners for span in closed[owner]]


async def _resources(work: UnitOfWork, agenda_ids: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    wanted = select(AgendaResource.agenda_id, AgendaResource.resource_id).where(
        col(AgendaResource.agenda_id).in_(agenda_ids)
    )
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for agenda_id, resource_id in (await work.session.exec(wanted)).all():
        found[agenda_id].append(resource_id)
    return found


async def _interpreters(
    work: UnitOfWork, agendas: Sequence[OpenAgenda], wanted: WantedInterpreter | None
) -> Sequence[tuple[UUID, UUID | None]]:
    """Those of the same ambito who suit, and of which office alone they are, if of one."""
    if wanted is None:
        return []
    family = await family_of(work, agendas[0].ente_id)
    suitable = select(Resource.id, Resource.office_id).where(suits(wanted, family))
    return (await work.session.exec(suitable.order_by(col(Resource.name)))).all()


async def _days_off(work: UnitOfWork, ente_ids: Iterable[UUID], days: Sequence[date]) -> Mapping[UUID, frozenset[date]]:
    """Holidays and patron saints. Which weekdays are worked is what the week of the agenda says."""
    calendars = await calendars_for(work, ente_ids)
    found: dict[UUID, frozenset[date]] = {}
    for ente_id, calendar in calendars.items():
        dated = [one for one in calendar.holidays if one.weekday is None]
        found[ente_id] = frozenset(day for day in days if any(one.is_on(day) for one in dated))
    return found
