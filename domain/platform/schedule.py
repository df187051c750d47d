"""What runs on a clock: declared in code, queued once for each due moment by whichever process holds the lock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel

from domain.kernel.actor import System
from domain.kernel.clock import ROME, utcnow
from domain.platform import locks
from domain.platform.tables import Instant
from domain.platform.work import Bind, UnitOfWork, unit_of_work

LOOK_BACK = timedelta(hours=24)


class ScheduleRun(SQLModel, table=True):
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
        trigger, latest, moment = CronTrigger.from_crontab(self.cron, timezone=ROME), None, now - LOOK_BACK
        while (due := trigger.get_next_fire_time(latest, moment)) is not None and due <= now:
            latest, moment = due, due + timedelta(seconds=1)
        return latest


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
    once = insert(ScheduleRun).values(job=schedule.job, due_at=due).on_conflict_do_nothing().returning(ScheduleRun.job)
    if (await connection.execute(once)).first() is None:
        return False
    await work.defer(schedule.job)
    return True
