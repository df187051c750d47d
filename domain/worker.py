"""Entry point of the worker: runs every job and every reaction, on dramatiq. Importing it opens nothing."""

import threading

from domain.commands.all_jobs import JOBS, SCHEDULES
from domain.platform.migrations.declared_tables import load_tables
from domain.platform.queue.queue_worker import work_until
from domain.platform.settings import settings

load_tables()  # reactions write rows whose keys point at tables that no job needs otherwise

__all__ = ["JOBS", "SCHEDULES", "run"]


def run(stop: threading.Event) -> None:
    """Work until ``stop`` is set, then finish what is under way and put the rest back in the queue."""
    work_until(stop, settings(), JOBS, SCHEDULES)
