"""Which calendars elsewhere are to be read again."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.calendar import BusySource

MOST = 500


async def sources_to_read(work: UnitOfWork, system: System, after: UUID | None = None) -> list[UUID]:
    """At most MOST of them, by id, after ``after``. For the program."""
    reach = col(BusySource.ente_id).in_(system.enti) if system.enti is not None else col(BusySource.id).is_not(None)
    wanted = select(BusySource.id).where(reach)
    if after is not None:
        wanted = wanted.where(col(BusySource.id) > after)
    return list((await work.session.exec(wanted.order_by(col(BusySource.id)).limit(MOST))).all())
