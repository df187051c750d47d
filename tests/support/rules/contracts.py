"""Running the import contracts of pyproject.toml, here or in a temporary copy of the packages."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.support.rules.source import NOT_OURS, PACKAGES

LINE = re.compile(r"^(?P<name>.+?) (?P<verdict>KEPT|BROKEN)(?: .*)?$", re.MULTILINE)


def copy_of_the_packages(root: Path, target: Path) -> Path:
    """The Python files of the four packages and pyproject.toml, alone in a new folder."""
    wanted = shutil.ignore_patterns(*NOT_OURS, "*.html", "*.pyc", "assets")
    for package in PACKAGES:
        shutil.copytree(root / package, target / package, ignore=wanted)
    shutil.copy(root / "pyproject.toml", target / "pyproject.toml")
    return target


def declared(root: Path) -> list[str]:
    """The names of the contracts in pyproject.toml."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [one["name"] for one in settings.get("tool", {}).get("importlinter", {}).get("contracts", [])]


def verdicts(root: Path) -> tuple[dict[str, str], str]:
    """Contract name → KEPT or BROKEN for the packages under root, and everything import-linter had to say."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    ran = subprocess.run(
        [*command, "--config", str(root / "pyproject.toml")],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "400", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    said = ran.stdout + ran.stderr
    return {m["name"].strip(): m["verdict"] for m in LINE.finditer(said)}, said
