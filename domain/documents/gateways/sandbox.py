"""Examining files in a process of its own, so that a hostile one takes nobody with it.

The other process has no secrets in its environment, little memory and little time. It answers one line of JSON
and raw bytes, never a pickle: even taken over, it can only give a wrong answer about its own file.
"""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from domain.documents.gateways.examine import STANDARD
from domain.documents.gateways.examined_file import ExaminedFile, FileNote, UnacceptableFile
from domain.documents.rules.file_kinds import FileKind
from domain.documents.rules.file_names import safe_name
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import MEBI, IntakeLimits

AT_ONCE = 2
SECONDS = 40.0
MEMORY = 1536 * MEBI
ANSWER_BYTES = 128 * MEBI
CHILD = "domain.documents.gateways.sandbox_child"
CODE_ROOT = Path(__file__).resolve().parents[3]

_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


async def examine_safely(
    content: bytes,
    *,
    claimed_name: str,
    limits: IntakeLimits = STANDARD,
    memory: int = MEMORY,
    seconds: float = SECONDS,
) -> ExaminedFile:
    """``examine`` in a process of its own with at most ``memory`` bytes and ``seconds``; two at once, others wait.

    A file that breaks these bounds, or the process itself, is refused as ``TOO_COMPLEX``.
    """
    if len(content) > limits.size:
        raise UnacceptableFile(FileProblem.TOO_LARGE, limits)
    turns = _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
    question = {"limits": asdict(limits), "memory": memory, "seconds": int(seconds) + 1}
    async with turns:
        answer = await _ask(json.dumps(question).encode() + b"\n" + content, seconds)
    return _understood(answer, claimed_name, limits)


async def _ask(question: bytes, seconds: float) -> bytes | None:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-B",
        "-W",
        "ignore",
        "-m",
        CHILD,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(CODE_ROOT), "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _written = await asyncio.gather(_read_answer(child), _write_question(child, question))
            return answer if await child.wait() == 0 else None
    except TimeoutError:
        return None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


async def _write_question(child: Process, question: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(question)
        await child.stdin.drain()
        child.stdin.close()
        await child.stdin.wait_closed()
    except (BrokenPipeError, ConnectionResetError):
        return  # it died while we were talking; its exit status tells


async def _read_answer(child: Process) -> bytes:
    assert child.stdout is not None
    answer = bytearray()
    while piece := await child.stdout.read(MEBI):
        answer += piece
        if len(answer) > ANSWER_BYTES:
            child.kill()
    return bytes(answer)


def _understood(answer: bytes | None, claimed_name: str, limits: IntakeLimits) -> ExaminedFile:
    if answer is None:
        raise UnacceptableFile(FileProblem.TOO_COMPLEX, limits)
    line, _newline, body = answer.partition(b"\n")
    try:
        told = json.loads(line)
        if "problem" in told:
            raise UnacceptableFile(FileProblem(told["problem"]), limits)
        size = int(told["file"]["size"])
        inside = _file(told["inside"], body[size:]) if told["inside"] else None
        found = _file(told["file"], body[:size])
    except (ValueError, KeyError, TypeError):
        raise UnacceptableFile(FileProblem.TOO_COMPLEX, limits) from None
    return replace(found, inside=inside, name=safe_name(claimed_name, found.extension))


def _file(told: dict[str, Any], content: bytes) -> ExaminedFile:
    if len(content) != told["size"]:
        raise ValueError("The answer was cut off.")
    return ExaminedFile(
        FileKind(told["kind"]),
        content,
        page_count=told["page_count"],
        width=told["width"],
        height=told["height"],
        notes=tuple(FileNote(note) for note in told["notes"]),
    )
