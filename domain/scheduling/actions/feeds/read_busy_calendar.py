"""Reads a calendar elsewhere, and closes here the times that are taken there."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.tokens import unseal
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.scheduling.actions.feeds.set_busy_source import SEALED_FOR
from domain.scheduling.gateways import busy_calendar
from domain.scheduling.model.calendar import BusySource
from domain.scheduling.model.opening import Closure
from domain.scheduling.rules.busy_times import Span
from domain.scheduling.terms.calendars import CalendarProblem

WHO = System("read busy calendar")
AHEAD = timedelta(days=120)


async def read_busy_calendar(source_id: str, *, bind: Bind | None = None) -> int | None:
    """How many busy times there are from now on for four months; None when they could not be read.

    Read, close, call outside, open, write: what was read takes the place of what was read before. A calendar that does
    not answer changes nothing but the problem that is shown.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        found = await work.session.get(BusySource, UUID(source_id))
        if found is None:
            return None
        address, now = unseal(settings().secret, found.sealed_address, SEALED_FOR), work.now
        sealed = found.sealed_address
    times: list[Span] | None = None
    problem = ""
    try:
        content = await busy_calendar.fetch_calendar(address)
        times = await busy_calendar.read_calendar(content, now, now + AHEAD)
    except busy_calendar.NotFetched:
        problem = CalendarProblem.NOT_FETCHED.value
    except busy_calendar.Unreadable:
        problem = CalendarProblem.UNREADABLE.value
    async with unit_of_work(WHO, bind=bind) as work:
        await _write(work, UUID(source_id), sealed, times, problem)
    return None if times is None else len(times)


async def _write(work: UnitOfWork, source_id: UUID, sealed: str, times: list[Span] | None, problem: str) -> None:
    wanted = select(BusySource).where(col(BusySource.id) == source_id, col(BusySource.sealed_address) == sealed)
    source = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if source is None:
        return  # removed, or another calendar meanwhile
    source.read_at, source.problem = work.now, problem
    if times is None:
        return
    await work.session.exec(sa.delete(Closure).where(col(Closure.source_id) == source.id))
    for starts_at, ends_at in times:
        held: dict[str, Any] = {"ente_id": source.ente_id, "resource_id": source.resource_id, "source_id": source.id}
        work.session.add(Closure(starts_at=starts_at, ends_at=ends_at, **held))
