"""Where somebody can be seen for a need: the office that is theirs first, then where their language is spoken."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen
from domain.kernel.languages import SOURCE
from domain.organization.queries.offices import OfficeRow, offices_of_all
from domain.platform.work import UnitOfWork
from domain.registry.queries.people import person
from domain.scheduling.model.agenda import Agenda, AgendaNeed


@dataclass(frozen=True)
class NeedOffice:
    """An office that has time for a need; ``is_own`` where the person lives, ``is_spoken`` where they are understood.

    ``need_id`` is the need as that office's agendas know it.
    """

    office: OfficeRow
    need_id: UUID
    languages: tuple[str, ...]
    is_step_free: bool
    is_own: bool
    is_spoken: bool


async def need_offices(
    work: UnitOfWork, actor: Actor, need_ids: Sequence[UUID], ente_id: UUID, language: str
) -> Sequence[NeedOffice]:
    """The open offices with an open agenda for one of ``need_ids``; a few questions, however many they are.

    First those of the comune in which the citizen lives; where that is not known, those of ``ente_id``, whose portal
    it is. To who reads another language than Italian the desks that speak it come first of all.
    """
    wanted = (
        select(Agenda, AgendaNeed.need_id)
        .join(AgendaNeed, col(AgendaNeed.agenda_id) == col(Agenda.id))
        .where(col(AgendaNeed.need_id).in_(need_ids), col(Agenda.is_open))
    )
    agendas: dict[UUID, list[tuple[Agenda, UUID]]] = {}
    for agenda, need_id in (await work.session.exec(wanted)).all():
        agendas.setdefault(agenda.office_id, []).append((agenda, need_id))
    enti = {theirs[0][0].ente_id for theirs in agendas.values()}
    own = await _own_ente(work, actor)
    first = own or ente_id
    found = []
    for office in await offices_of_all(work, actor, enti):
        if office.id not in agendas or not office.is_open:
            continue
        theirs = agendas[office.id]
        spoken = tuple(sorted({one for agenda, _need in theirs for one in agenda.languages}))
        found.append(
            NeedOffice(
                office=office,
                need_id=theirs[0][1],
                languages=spoken,
                is_step_free=any(agenda.is_step_free for agenda, _need in theirs),
                is_own=office.ente_id == own,
                is_spoken=language != SOURCE.code and language in spoken,
            )
        )
    return sorted(
        found,
        key=lambda one: (not one.is_spoken, one.office.ente_id != first, one.office.ente_name, one.office.name),
    )


async def _own_ente(work: UnitOfWork, actor: Actor) -> UUID | None:
    if not isinstance(actor, Citizen):
        return None
    return (await person(work, actor, actor.person_id)).ente_id
