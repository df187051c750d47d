"""Reads a file in a process of its own, with little memory and time and no secrets: a hostile one ends alone."""

import asyncio
import json
from dataclasses import asdict
from typing import Any

from domain.legacy.gateways.table_reader import UnreadableTable
from domain.legacy.rules.limits import MEBI, STANDARD, TableLimits, TableProblem
from domain.platform.outside.child import ask_child

SECONDS = 120.0
MEMORY = 2048 * MEBI
ANSWER_BYTES = 512 * MEBI
CHILD = "domain.legacy.gateways.reader_child"

Table = list[tuple[int, list[str]]]


async def read_table(content: bytes, limits: TableLimits = STANDARD, *, seconds: float = SECONDS) -> Table:
    """The rows of ``content``, each with its number, the headings first. Raises UnreadableTable.

    A file that breaks the bounds of the process is too large.
    """
    question = {"limits": asdict(limits), "memory": MEMORY, "seconds": int(seconds) + 1}
    answer = await ask_child(CHILD, json.dumps(question).encode() + b"\n" + content, seconds=seconds, most=ANSWER_BYTES)
    if answer is None:
        raise UnreadableTable(TableProblem.TOO_LARGE)
    return await asyncio.to_thread(_understood, answer)


def _understood(answer: bytes) -> Table:
    found: Table = []
    for line in answer.splitlines():
        told: Any = json.loads(line)
        if isinstance(told, dict):
            if told["problem"]:
                raise UnreadableTable(TableProblem(told["problem"]))
            return found
        found.append((int(told[0]), [str(cell) for cell in told[1]]))
    raise UnreadableTable(TableProblem.UNREADABLE)
