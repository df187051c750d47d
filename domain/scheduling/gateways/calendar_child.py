"""The process in which one calendar is read: sets its own bounds, answers with times, ends."""

import json
import sys
from datetime import datetime
from typing import BinaryIO

from domain.platform.outside.bounds import set_bounds


def answer_one(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read one question from ``asked`` and write the busy times to ``answered``. Bounds first, libraries after."""
    question = json.loads(asked.readline())
    set_bounds(question["memory"], question["seconds"])

    from domain.scheduling.rules.busy_times import busy_times

    from_at, to_at = (datetime.fromisoformat(question[name]) for name in ("from_at", "to_at"))
    found = busy_times(asked.read(), from_at, to_at)
    answered.write(json.dumps([[start.isoformat(), end.isoformat()] for start, end in found]).encode())


if __name__ == "__main__":
    answer_one(sys.stdin.buffer, sys.stdout.buffer)
