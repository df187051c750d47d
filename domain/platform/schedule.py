"""What runs on a clock: declared in code, queued once for each due moment by whichever process holds the lock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, col

from domain.kernel.actor import System
from domain.kernel.clock import ROME, utcnow
from domain.platform import locks
from domain.platform.tables import BareTable, Instant
from domain.platform.work import Bind, UnitOfWork, unit_of_work

LOOK_BACK = timedelta(hours=25)  # the longest day has that many: a daily job always has a last due moment
HOUR = timedelta(hours=1)


class ScheduleRun(BareTable, table=True):
    """A due moment of a job that has been queued."""

    __tablename__ = "schedule_run"
    __table_args__ = {"schema": "platform"}

    job: str = Field(primary_key=True)
    due_at: datetime = Field(primary_key=True, sa_type=Instant)  # pyright: ignore[reportArgumentType]


@dataclass(frozen=True)
class Schedule:
    """A job and its cron line, in Italian time."""

    job: str
    cron: str

    def last_due(self, now: datetime) -> datetime | None:
        """The latest due moment not after ``now``, within a day: a stopped worker catches up once."""
        due = [moment for wall in self._walls(now) if (moment := self._instant(wall)) <= now]
        return max(due, default=None)

    @property
    def _runs_every_hour(self) -> bool:
        return self.cron.split()[1] == "*"

    def _walls(self, now: datetime) -> Iterator[datetime]:
        """The moments at which a clock on the wall in Italy shows the cron line, around the last day.

        The trigger counts in UTC, where no hour is missing or comes twice: given a zone that changes hour,
        APScheduler 3.11 never gets past the hour that comes twice.
        """
        trigger = CronTrigger.from_crontab(self.cron, timezone=UTC)
        start, end = self._wall(now - LOOK_BACK), self._wall(now) + HOUR  # the wall may just have been put back
        while (wall := trigger.get_next_fire_time(None, start)) is not None and wall <= end:
            yield wall
            start = wall + timedelta(seconds=1)

    def _wall(self, instant: datetime) -> datetime:
        return instant if self._runs_every_hour else instant.astimezone(ROME).replace(tzinfo=UTC)

    def _instant(self, wall: datetime) -> datetime:
        """When the wall shows ``wall``: the first time if twice, an hour later if never."""
        return wall if self._runs_every_hour else wall.replace(tzinfo=ROME).astimezone(UTC)


async def queue_due(schedules: tuple[Schedule, ...], *, bind: Bind | None = None) -> int:
    """Queue every job that is due and not yet queued; say how many. Several processes may call it at once."""
    async with unit_of_work(System("schedule"), bind=bind) as work:
        if not await locks.try_hold(work, "schedule"):
            return 0
        return sum([await _queue(work, schedule) for schedule in schedules])


async def _queue(work: UnitOfWork, schedule: Schedule) -> bool:
    due = schedule.last_due(utcnow())
    if due is None:
        return False
    connection = await work.session.connection()
    once = (
        insert(ScheduleRun)
        .values(job=schedule.job, due_at=due)
        .on_conflict_do_nothing()
        .returning(col(ScheduleRun.job))
    )
    if (await connection.execute(once)).first() is None:
        return False
    await work.defer(schedule.job)
    return True
