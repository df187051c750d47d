"""Runs queued jobs in one process: a dramatiq worker whose jobs share one event loop and one engine."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import dramatiq
from dramatiq.asyncio import async_to_sync, get_event_loop_thread
from dramatiq.middleware import AgeLimit, AsyncIO, Middleware, Retries, TimeLimit
from dramatiq_postgres import PostgresBroker

from domain.kernel.refusals import Refused
from domain.platform.database import dispose
from domain.platform.jobs import QUEUE, SCHEMA
from domain.platform.observability import JOBS as COUNTED
from domain.platform.observability import log, tracer
from domain.platform.schedule import Schedule, queue_due
from domain.platform.settings import Settings

Job = Callable[..., Awaitable[Any]]

TIME_LIMIT_MS = 5 * 60 * 1000  # the longest job is a PDF or a letter: seconds
MAX_RETRIES = 30  # with the longest pause of an hour, about a day: longer than a mail server is usually down
LONGEST_PAUSE_MS = 60 * 60 * 1000
SCHEDULE_SECONDS = 20
STOP_WITHIN_MS = 30_000


def new_broker(chosen: Settings, jobs: Mapping[str, Job], schedules: tuple[Schedule, ...] = ()) -> PostgresBroker:
    """A broker on the queue of ``chosen``'s database, with one actor for each job. Opens no connection yet."""
    lost = chosen.worker_lost_after_seconds
    retries = Retries(
        max_retries=MAX_RETRIES, min_backoff=chosen.job_retry_seconds * 1000, max_backoff=LONGEST_PAUSE_MS
    )
    broker = PostgresBroker(
        url=chosen.database_url,
        schema=SCHEMA,
        results=False,
        heartbeat_ttl=lost,
        heartbeat_interval=lost / 4,
        maintenance_interval=lost / 2,
        middleware=[AgeLimit(), TimeLimit(time_limit=TIME_LIMIT_MS), retries, AsyncIO(), _House(schedules)],
    )
    for name, job in jobs.items():
        run = async_to_sync(_told(name, job))
        dramatiq.Actor(run, broker=broker, actor_name=name, queue_name=QUEUE, priority=0, options={})
    return broker


def work_until(
    stop: threading.Event, chosen: Settings, jobs: Mapping[str, Job], schedules: tuple[Schedule, ...] = ()
) -> None:
    """Run jobs until ``stop`` is set; then finish those under way and put the others back in the queue."""
    broker = new_broker(chosen, jobs, schedules)
    worker = dramatiq.Worker(broker, worker_threads=chosen.worker_threads)
    worker.start()
    log.info("worker_started", threads=chosen.worker_threads, jobs=sorted(jobs))
    stop.wait()
    log.info("worker_stopping")
    worker.stop(timeout=STOP_WITHIN_MS)
    broker.close()
    log.info("worker_stopped")


def _told(name: str, job: Job) -> Job:
    """``job`` with a trace; a refusal is an answer, so the job is done: asking again cannot help."""

    async def run(*args: Any) -> None:
        with tracer.start_as_current_span(f"job {name}"):
            try:
                await job(*args)
            except Refused as refusal:
                COUNTED.labels(name, "refused").inc()
                log.warning("job_refused", job=name, refusal=type(refusal).__name__)

    return run


class _House(Middleware):
    """Counts jobs, keeps personal data out of the queue, and runs the schedule in the worker's loop."""

    def __init__(self, schedules: tuple[Schedule, ...]) -> None:
        self.schedules = schedules
        self.clock: Any = None

    def after_process_message(
        self, broker: dramatiq.Broker, message: Any, *, result: Any = None, exception: BaseException | None = None
    ) -> None:
        """Count the outcome; note the kind of an error where the back office looks for it."""
        COUNTED.labels(message.actor_name, "done" if exception is None else "failed").inc()
        if exception is not None:
            message.options["error"] = type(exception).__name__

    def before_enqueue(self, broker: dramatiq.Broker, message: Any, delay: int | None) -> None:
        """Drop what dramatiq notes of an error before it is kept: a traceback can quote a person's data."""
        message.options.pop("traceback", None)

    def before_nack(self, broker: dramatiq.Broker, message: Any) -> None:
        """The same where a message becomes a dead letter."""
        message.options.pop("traceback", None)

    def after_worker_boot(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:
        """Start looking at the clock."""
        if (thread := get_event_loop_thread()) is not None and self.schedules:
            self.clock = asyncio.run_coroutine_threadsafe(_watch_clock(self.schedules), thread.loop)

    def before_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:
        """Stop looking at the clock."""
        if self.clock is not None:
            self.clock.cancel()

    def after_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:
        """Close the engine in the loop that used it, before that loop goes."""
        if (thread := get_event_loop_thread()) is not None:
            thread.run_coroutine(dispose())


async def _watch_clock(schedules: tuple[Schedule, ...]) -> None:
    while True:
        try:
            await queue_due(schedules)
        except Exception:
            log.exception("schedule_failed")  # the database may be away for a moment: the next round tries again
        await asyncio.sleep(SCHEDULE_SECONDS)
