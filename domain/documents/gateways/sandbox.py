"""Examining files in a process of its own, so that a hostile one takes nobody with it.

The other process has no secrets in its environment, little memory and little time. It answers one line of JSON
and raw bytes, never a pickle: even taken over, it can only give a wrong answer about its own file.
"""

import asyncio
import json
from dataclasses import asdict, replace
from typing import Any
from weakref import WeakKeyDictionary

from domain.documents.gateways.examine import STANDARD
from domain.documents.gateways.examined_file import ExaminedFile, FileNote, UnacceptableFile
from domain.documents.rules.file_kinds import FileKind
from domain.documents.rules.file_names import safe_name
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import MEBI, IntakeLimits
from domain.platform.outside.child import ask_child

AT_ONCE = 2
SECONDS = 40.0
MEMORY = 1536 * MEBI
ANSWER_BYTES = 128 * MEBI
CHILD = "domain.documents.gateways.sandbox_child"

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
        answer = await ask_child(
            CHILD, json.dumps(question).encode() + b"\n" + content, seconds=seconds, most=ANSWER_BYTES
        )
    return _understood(answer, claimed_name, limits)


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
