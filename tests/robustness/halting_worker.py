"""The real worker, made to stand still at one step so that a test can kill it there.

Run as ``python -m tests.robustness.halting_worker STEP FLAG``: at STEP the file FLAG appears and nothing moves any
more, as when the machine loses its power. An empty STEP never stands still.
"""

import importlib
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

# step: the function at whose beginning or end the worker halts, by the name under which it is called
STEPS = {
    "an event is about to be published": ("domain.platform.reactions", "publish", "before"),
    "an event was published, its message still there": ("domain.platform.reactions", "publish", "after"),
    "a reaction begins": ("domain.platform.reactions", "react", "before"),
    "a number was given, not committed": (
        "domain.documents.actions.register_protocollo",
        "register_protocollo",
        "after",
    ),
    "a case was opened, not committed": ("domain.casework.reactions", "open_case", "after"),
    "a reaction was committed, its message still there": ("domain.platform.reactions", "react", "after"),
    "the receipt is about to be kept": ("domain.intake.jobs", "keep_act", "before"),
    "the receipt was kept, nowhere written down": ("domain.intake.jobs", "keep_act", "after"),
    "the receipt was written down, not committed": ("domain.intake.jobs", "file_receipt", "after"),
    "the letter is about to leave": ("domain.correspondence.gateways.smtp", "send", "before"),
    "the letter was committed as sent, its message still there": (
        "domain.correspondence.actions.deliver_letter",
        "_note",
        "after",
    ),
}
Waiting = Callable[..., Awaitable[Any]]


def halting(original: Waiting, when: str, flag: Path) -> Waiting:
    """``original``, before or after which everything stands still."""

    def stand_still() -> None:
        flag.touch()
        time.sleep(600)  # blocks the loop of all jobs, on purpose

    async def halts(*arguments: Any, **named: Any) -> Any:
        if when == "before":
            stand_still()
        result = await original(*arguments, **named)
        if when == "after":
            stand_still()
        return result

    return halts


def prepare(step: str, flag: Path) -> None:
    """Put the halt where ``step`` says; jobs are called by the list of jobs, all else by the name in its module."""
    from domain.commands.all_jobs import JOBS

    place, name, when = STEPS[step]
    module = importlib.import_module(place)
    halted = halting(getattr(module, name), when, flag)
    setattr(module, name, halted)
    if name in JOBS:
        JOBS[name] = halted


def main() -> None:
    """Work until killed or told to stop."""
    from domain.commands.worker import worker

    step, flag = sys.argv[1], Path(sys.argv[2])
    if step:
        prepare(step, flag)
    worker.main(args=[], standalone_mode=False)


if __name__ == "__main__":
    main()
