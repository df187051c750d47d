"""Asking a program of ours that runs without secrets: what a hostile file does to it stays with it."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

CODE_ROOT = Path(__file__).resolve().parents[3]
PIECE = 1024 * 1024


async def ask_child(module: str, question: bytes, *, seconds: float, most: int) -> bytes | None:
    """What the module, run as a program, answers to ``question``; None when it fails or takes longer than ``seconds``.

    An answer of more than ``most`` bytes ends it. The child bounds its own memory: it is told how in the question.
    """
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-W", "ignore", "-m", module),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(CODE_ROOT), "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _written = await asyncio.gather(_read(child, most), _write(child, question))
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


async def _read(child: Process, most: int) -> bytes:
    assert child.stdout is not None
    answer = bytearray()
    while piece := await child.stdout.read(PIECE):
        answer += piece
        if len(answer) > most:
            child.kill()
    return bytes(answer)
