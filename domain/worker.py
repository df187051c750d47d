"""Entry point of the worker: every job and every reaction, on dramatiq. Importing it opens nothing."""

import threading
from collections.abc import Awaitable, Callable
from typing import Any

from domain.platform import reactions
from domain.platform.queue_worker import work_until
from domain.platform.schedule import Schedule
from domain.platform.settings import settings

JOBS: dict[str, Callable[..., Awaitable[Any]]] = {"publish": reactions.publish, "react": reactions.react}
SCHEDULES: tuple[Schedule, ...] = ()


def run(stop: threading.Event) -> None:
    """Work until ``stop`` is set, then finish what is under way and put the rest back in the queue."""
    work_until(stop, settings(), JOBS, SCHEDULES)
