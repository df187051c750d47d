"""Turns a route of a site off within ten seconds, for when something must stop before it can be mended."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, col, select

from domain.kernel.clock import utcnow
from domain.platform.tables import BareTable, Instant
from domain.platform.work import UnitOfWork

REFRESH_SECONDS = 5


class RouteSwitch(BareTable, table=True):
    """A route that is off: ``portal:application.submission``."""

    __tablename__ = "route_switch"
    __table_args__ = {"schema": "platform"}

    route: str = Field(primary_key=True)
    turned_off_at: datetime = Field(default_factory=utcnow, sa_type=Instant, nullable=False)  # pyright: ignore[reportArgumentType]


async def routes_off(work: UnitOfWork) -> frozenset[str]:
    """The routes that are off now."""
    return frozenset((await work.session.exec(select(RouteSwitch.route))).all())


async def turn_off(work: UnitOfWork, route: str) -> None:
    """Make ``route`` answer 503 on every process."""
    await work.session.merge(RouteSwitch(route=route))


async def turn_on(work: UnitOfWork, route: str) -> None:
    """Let ``route`` answer again."""
    await work.session.exec(sa.delete(RouteSwitch).where(col(RouteSwitch.route) == route))
