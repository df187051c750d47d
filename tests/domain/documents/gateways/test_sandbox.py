"""A hostile file dies alone."""

import asyncio
import json
import os
import time
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest

from domain.documents.gateways import sandbox, sandbox_child
from domain.documents.gateways.examine import examine
from domain.documents.gateways.examined_file import ExaminedFile, UnacceptableFile
from domain.documents.gateways.sandbox import examine_safely
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import MEBI, IntakeLimits
from domain.platform.outside import child
from tests.domain.documents.gateways.samples import Signer, blank_pdf, photo, saved

pytestmark = pytest.mark.slow


async def reason(content: bytes, **bounds: float) -> FileProblem:
    with pytest.raises(UnacceptableFile) as refusal:
        await examine_safely(content, claimed_name="x", **bounds)  # pyright: ignore[reportArgumentType]
    return refusal.value.reason


@pytest.mark.parametrize("content", [photo(), saved(blank_pdf(2)), Signer().sign(saved(blank_pdf()))])
async def test_the_other_process_sees_what_this_one_would(content: bytes) -> None:
    assert await examine_safely(content, claimed_name="mia foto") == examine(content, claimed_name="mia foto")


async def test_several_at_once_each_get_their_own_answer() -> None:
    files = [photo(100 + n, 50) for n in range(4)]
    seen = await asyncio.gather(*(examine_safely(file, claimed_name="x") for file in files))
    assert [file.width for file in seen] == [100, 101, 102, 103]


async def test_a_refusal_and_the_limits_cross_over() -> None:
    assert await reason(b"MZ" + bytes(50)) is FileProblem.PROGRAM
    with pytest.raises(UnacceptableFile) as refusal:
        await examine_safely(saved(blank_pdf(3)), claimed_name="x", limits=IntakeLimits(pages=2))
    assert "2" in str(refusal.value.explanation)


async def test_what_is_too_large_does_not_even_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "ask_child", None)
    with pytest.raises(UnacceptableFile) as refusal:
        await examine_safely(bytes(11), claimed_name="x", limits=IntakeLimits(size=10))
    assert refusal.value.reason is FileProblem.TOO_LARGE


async def test_too_little_memory_is_a_refusal() -> None:
    assert await reason(photo(6000, 6000, "PNG"), memory=120 * MEBI) is FileProblem.TOO_COMPLEX


async def test_too_little_time_is_a_refusal_and_the_process_is_gone() -> None:
    started = time.monotonic()
    assert await reason(photo(6000, 6000, "PNG"), seconds=0.05) is FileProblem.TOO_COMPLEX
    assert time.monotonic() - started < 5
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # noqa: ASYNC222 - it does not wait


CHILDREN = {
    "chatters without end": "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))",
    "answers nonsense": "print('nonsense')",
    "answers an unknown kind": 'print(\'{"file": {"kind": "html", "size": 0}, "inside": null}\')',
    "gives less than it says": 'print(\'{"file": {"kind": "pdf", "size": 9}, "inside": null}\')',
    "crashes": "import os; os.abort()",
    "says nothing": "",
}


@pytest.mark.parametrize("behaviour", CHILDREN)
async def test_a_process_taken_over_cannot_do_harm(
    behaviour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken_over.py").write_text(CHILDREN[behaviour])
    monkeypatch.setattr(sandbox, "CHILD", "taken_over")
    monkeypatch.setattr(child, "CODE_ROOT", tmp_path)
    assert await reason(photo()) is FileProblem.TOO_COMPLEX


async def test_the_other_process_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPORTELLO_SECRET_KEY", "planted")
    spy = "import json, os, sys\nassert 'planted' not in os.environ.values()\nprint(json.dumps({'problem': 'bomb'}))"
    (tmp_path / "spy.py").write_text(spy)
    monkeypatch.setattr(sandbox, "CHILD", "spy")
    monkeypatch.setattr(child, "CODE_ROOT", tmp_path)
    assert await reason(photo()) is FileProblem.BOMB


@pytest.mark.parametrize("content, expected", [(photo(), b'"jpeg"'), (b"MZ" + bytes(9), b'"program"')])
def test_one_question_gets_one_answer(content: bytes, expected: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_child, "set_bounds", lambda _memory, _seconds: None)  # they would stay with us
    question = {"memory": 1, "seconds": 1, "limits": asdict(IntakeLimits())}
    answered = BytesIO()
    sandbox_child.answer_one(BytesIO(json.dumps(question).encode() + b"\n" + content), answered)
    assert expected in answered.getvalue().split(b"\n")[0]


async def test_an_examined_file_knows_its_hash() -> None:
    file: ExaminedFile = await examine_safely(photo(), claimed_name="x")
    assert len(file.sha256) == 64
    assert file.size == len(file.content)
