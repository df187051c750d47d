"""The agendas that an operator works with: those of the own office, or of the whole ente for who administers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.queries.offered.agenda_times import OpenAgenda

MOST = 300


@dataclass(frozen=True)
class AgendaRow:
    """An agenda in a list; ``is_open`` is false when nothing is booked in it any more."""

    id: UUID
    ente_id: UUID
    office_id: UUID
    name: str
    place: str
    is_open: bool


async def agendas_of(work: UnitOfWork, operator: Operator, office_id: UUID | None = None) -> Sequence[AgendaRow]:
    """By name, closed ones last, at most 300; of one office when it is named. One question."""
    wanted = [readable_by(operator)]
    if office_id is not None:
        wanted.append(col(Agenda.office_id) == office_id)
    statement = select(Agenda).where(*wanted).order_by(col(Agenda.is_open).desc(), col(Agenda.name), col(Agenda.id))
    return [_row(one) for one in (await work.session.exec(statement.limit(MOST))).all()]


async def agenda_row(work: UnitOfWork, operator: Operator, agenda_id: UUID) -> AgendaRow:
    """The agenda ``agenda_id``. Refuses NotFound, also for an agenda of others."""
    statement = select(Agenda).where(col(Agenda.id) == agenda_id, readable_by(operator))
    found = (await work.session.exec(statement)).first()
    if found is None:
        raise NotFound
    return _row(found)


def readable_by(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that ``operator`` works with an agenda, or administers its ente."""
    own = col(Agenda.office_id) == operator.office_id
    if not operator.has(*ADMIN_ROLES):
        return sa.and_(own)
    return sa.or_(own, col(Agenda.ente_id).in_(operator.enti))


def as_asked(one: Agenda) -> OpenAgenda:
    """An agenda of which the times are asked."""
    return OpenAgenda(one.id, one.ente_id, one.office_id, one.lead_minutes, one.horizon_days)


def _row(one: Agenda) -> AgendaRow:
    return AgendaRow(one.id, one.ente_id, one.office_id, one.name, one.place, one.is_open)
