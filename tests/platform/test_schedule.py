"""What runs on a clock: late but never twice, also in the nights in which the clock changes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import System
from domain.platform import schedule
from domain.platform.schedule import Schedule, queue_due
from domain.platform.work import unit_of_work

ROME = ZoneInfo("Europe/Rome")
CHANGES = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
NIGHTLY, QUARTERLY = Schedule("nightly", "30 2 * * *"), Schedule("quarterly", "*/15 * * * *")
QUEUED = sa.text("SELECT count(*) FROM jobs.queue WHERE message ->> 'actor_name' = :job")

around_a_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes), st.sampled_from(CHANGES), st.integers(-1600, 1600)
)


@given(around_a_change, st.sampled_from([NIGHTLY, QUARTERLY, Schedule("weekday", "0 3 * * 1-5")]))
def test_the_last_due_moment_is_past_and_within_a_day(now: datetime, job: Schedule) -> None:
    due = job.last_due(now)
    assert due is None or now - schedule.LOOK_BACK - timedelta(hours=1) <= due <= now


@given(around_a_change, st.integers(0, 600))
def test_time_never_goes_back(now: datetime, minutes: int) -> None:
    for job in (NIGHTLY, QUARTERLY):
        before, after = job.last_due(now), job.last_due(now + timedelta(minutes=minutes))
        assert before is not None
        assert after is not None
        assert before <= after


@pytest.mark.parametrize("change", CHANGES)
def test_a_nightly_job_runs_once_in_each_night(change: datetime) -> None:
    moments = {NIGHTLY.last_due(change + timedelta(minutes=minutes)) for minutes in range(-1800, 1800, 5)}
    days = sorted(moment.astimezone(ROME).date() for moment in moments if moment)
    assert len(days) == len(set(days))
    assert change.date() in days


@pytest.mark.parametrize("change", CHANGES)
def test_a_frequent_job_misses_no_quarter_of_an_hour(change: datetime) -> None:
    moments = sorted(
        {QUARTERLY.last_due(change + timedelta(minutes=minutes)) or change for minutes in range(-300, 300, 5)}
    )
    assert {later - earlier for earlier, later in pairwise(moments)} == {timedelta(minutes=15)}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """A clock to be set: its last entry is now."""
    moments = [datetime(2026, 3, 10, 12, tzinfo=UTC)]
    monkeypatch.setattr(schedule, "utcnow", lambda: moments[-1])
    return moments


async def queued(connection: AsyncConnection, job: str) -> int:
    async with unit_of_work(System("count"), read_only=True, bind=connection) as work:
        return (await (await work.session.connection()).execute(QUEUED, {"job": job})).scalar_one()


async def test_a_due_job_is_queued_late_but_never_twice(connection: AsyncConnection, clock: list[datetime]) -> None:
    assert await queue_due((NIGHTLY,), bind=connection) == 1
    assert await queue_due((NIGHTLY,), bind=connection) == 0
    clock.append(clock[-1] + timedelta(hours=13))
    assert await queue_due((NIGHTLY,), bind=connection) == 0
    clock.append(clock[-1] + timedelta(hours=2))
    assert await queue_due((NIGHTLY,), bind=connection) == 1
    assert await queued(connection, "nightly") == 2


async def test_a_worker_stopped_for_a_week_catches_up_once(connection: AsyncConnection, clock: list[datetime]) -> None:
    await queue_due((NIGHTLY,), bind=connection)
    clock.append(clock[-1] + timedelta(days=7))
    assert await queue_due((NIGHTLY,), bind=connection) == 1
    assert await queued(connection, "nightly") == 2


async def test_a_job_that_is_not_due_is_not_queued(connection: AsyncConnection, clock: list[datetime]) -> None:
    new_year = Schedule("new_year", "0 0 1 1 *")
    assert await queue_due((new_year,), bind=connection) == 0
    assert await queued(connection, "new_year") == 0
    assert clock
