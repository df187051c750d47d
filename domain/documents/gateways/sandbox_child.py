"""The process in which one file is examined: reads a question, sets its own bounds, answers, ends."""

import json
import sys
from typing import Any, BinaryIO

from domain.platform.outside.bounds import set_bounds


def answer_one(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read one question from ``asked`` and write the answer to ``answered``. Bounds first, libraries after."""
    question = json.loads(asked.readline())
    set_bounds(question["memory"], question["seconds"])

    from domain.documents.gateways.examine import examine
    from domain.documents.gateways.examined_file import UnacceptableFile
    from domain.documents.rules.intake_limits import IntakeLimits

    limits = IntakeLimits(**question["limits"])
    try:
        found = examine(asked.read(), claimed_name="", limits=limits)
    except UnacceptableFile as refusal:
        answered.write(json.dumps({"problem": refusal.reason}).encode() + b"\n")
        return
    inside = found.inside
    answered.write(json.dumps({"file": _told(found), "inside": _told(inside) if inside else None}).encode() + b"\n")
    answered.write(found.content)
    if inside:
        answered.write(inside.content)


def _told(found: Any) -> dict[str, Any]:
    names = ("kind", "page_count", "width", "height", "notes", "size")
    return {name: getattr(found, name) for name in names}


if __name__ == "__main__":
    answer_one(sys.stdin.buffer, sys.stdout.buffer)
