"""Reads a file in a process of its own, with little memory and time and no secrets: a hostile one ends alone."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import asdict
from pathlib import Path
from typing import Any

from domain.legacy.gateways.table_reader import UnreadableTable
from domain.legacy.rules.limits import MEBI, STANDARD, TableLimits, TableProblem

SECONDS = 120.0
MEMORY = 2048 * MEBI
ANSWER_BYTES = 512 * MEBI
CHILD = "domain.legacy.gateways.reader_child"
CODE_ROOT = Path(__file__).resolve().parents[3]

Table = list[tuple[int, list[str]]]


async def read_table(content: bytes, limits: TableLimits = STANDARD, *, seconds: float = SECONDS) -> Table:
    """The rows of ``content``, each with its number, the headings first. Raises UnreadableTable.

    A file that breaks the bounds of the process is too large.
    """
    question = {"limits": asdict(limits), "memory": MEMORY, "seconds": int(seconds) + 1}
    answer = await _ask(json.dumps(question).encode() + b"\n" + content, seconds)
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


async def _ask(question: bytes, seconds: float) -> bytes | None:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-W", "ignore", "-m", CHILD),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(CODE_ROOT), "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _written = await asyncio.gather(_read(child), _write(child, question))
            return answer if await child.wait() == 0 else None
    except TimeoutError:
        return None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


async def _write(child: Process, question: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(question)
        await child.stdin.drain()
        child.stdin.close()
        await child.stdin.wait_closed()
    except (BrokenPipeError, ConnectionResetError):
        return  # it died while we were talking; its exit status tells


async def _read(child: Process) -> bytes:
    assert child.stdout is not None
    answer = bytearray()
    while piece := await child.stdout.read(MEBI):
        answer += piece
        if len(answer) > ANSWER_BYTES:
            child.kill()
    return bytes(answer)
