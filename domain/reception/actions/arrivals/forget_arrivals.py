"""Who waited on other days is forgotten; that a number waited, and how long, stays."""

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import Arrival, ArrivalPerson


async def forget_arrivals(work: UnitOfWork, _system: System) -> None:
    """Remove the names beside the numbers of the days before. Only the program does this."""
    past = select(Arrival.id).where(col(Arrival.arrived_on) < work.today)
    await work.session.exec(sa.delete(ArrivalPerson).where(col(ArrivalPerson.arrival_id).in_(past)))
