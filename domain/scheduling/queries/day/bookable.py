"""What an operator can book for somebody: for which needs, in which agendas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed, Need
from domain.scheduling.terms import Manner

MOST = 300


@dataclass(frozen=True)
class BookableNeed:
    """Why people come, in every language, how long it takes and how one can meet."""

    id: UUID
    name: Mapping[str, str]
    minutes: int
    manners: tuple[Manner, ...]


@dataclass(frozen=True)
class BookableAgenda:
    """An agenda that has time for a need."""

    id: UUID
    office_id: UUID
    name: str
    place: str


async def bookable_needs(work: UnitOfWork, operator: Operator, agenda_id: UUID | None = None) -> Sequence[BookableNeed]:
    """The needs for which an agenda of the operator's enti has time, in their order; one question, at most 300.

    Those of one agenda alone where ``agenda_id`` names it. The ambito may have written them for all its enti.
    """
    has_agenda = col(Agenda.id) == agenda_id if agenda_id else sa.true()
    has_time = (
        select(AgendaNeed.id)
        .join(Agenda, col(Agenda.id) == col(AgendaNeed.agenda_id))
        .where(col(AgendaNeed.need_id) == col(Need.id), col(Agenda.is_open), col(Agenda.ente_id).in_(operator.enti))
        .where(has_agenda)
        .exists()
    )
    wanted = select(Need).where(col(Need.ente_id).in_(operator.family), col(Need.is_offered), has_time)
    found = (await work.session.exec(wanted.order_by(col(Need.position), col(Need.slug)).limit(MOST))).all()
    return [BookableNeed(one.id, one.name, one.minutes, tuple(map(Manner, one.manners))) for one in found]


async def bookable_agendas(
    work: UnitOfWork, operator: Operator, need_id: UUID | None, agenda_id: UUID | None = None
) -> Sequence[BookableAgenda]:
    """The open agendas with time for the need in the operator's enti, by name; one question, at most 300.

    Before a need is chosen, ``agenda_id`` alone, where one is named.
    """
    wanted = select(Agenda).where(col(Agenda.is_open), col(Agenda.ente_id).in_(operator.enti))
    if need_id is not None:
        wanted = wanted.join(AgendaNeed, col(AgendaNeed.agenda_id) == col(Agenda.id)).where(
            col(AgendaNeed.need_id) == need_id
        )
    elif agenda_id is not None:
        wanted = wanted.where(col(Agenda.id) == agenda_id)
    else:
        return []
    found = (await work.session.exec(wanted.order_by(col(Agenda.name), col(Agenda.id)).limit(MOST))).all()
    return [BookableAgenda(one.id, one.office_id, one.name, one.place) for one in found]
