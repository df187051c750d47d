"""An agenda has as many places at the same time as its stretches ask for."""

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, Seat


async def make_seats(work: UnitOfWork, agenda: Agenda, number: int) -> None:
    """At least ``number`` places; those of past appointments stay. Whoever calls has locked the agenda."""
    highest = select(sa.func.coalesce(sa.func.max(col(Seat.number)), 0)).where(col(Seat.agenda_id) == agenda.id)
    there = (await work.session.exec(highest)).one()
    work.session.add_all(
        Seat(ente_id=agenda.ente_id, agenda_id=agenda.id, number=seat) for seat in range(there + 1, number + 1)
    )
