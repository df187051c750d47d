"""The environments of the public tools: their requirements are old and stay away from ours."""

import os
import subprocess
import venv
from pathlib import Path

ENVIRONMENTS = Path(__file__).resolve().parents[2] / ".test"
"""Where they are made once and found again."""


class NotHere(Exception):
    """A tool cannot be installed or run here; the message says why."""


def environment_with(name: str, module: str, packages: tuple[str, ...]) -> Path:
    """The folder of an environment in which ``module`` can be imported, made if need be. Refuses NotHere.

    It is ``.test/<name>``, or what a variable names, for example SPID_SP_TEST_ENVIRONMENT for spid-sp-test.
    """
    place = Path(os.environ.get(f"{name.replace('-', '_').upper()}_ENVIRONMENT") or ENVIRONMENTS / name)
    python = place / "bin" / "python"
    try:
        if not python.exists():
            venv.create(place, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise NotHere(f"no environment can be made for {name}: {problem}") from problem
    if _run([str(python), "-c", f"import {module}"]).returncode:
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
        done = _run([*pip, *packages])
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["pip says nothing"])[-1]
            raise NotHere(f"{packages[-1]} cannot be installed: {reason}")
    return place


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)
