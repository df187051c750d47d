"""Every job and reaction is known to the worker: what nobody imports would never run, and nobody would notice."""

import ast
import re
from pathlib import Path

from domain.commands.all_jobs import JOBS, SCHEDULES
from tests.conftest import ROOT

LIST = ROOT / "domain/commands/all_jobs.py"
DEFERRED = re.compile(r"""\.defer\(\s*["'](\w+)["']""")


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def reactions_of(file: Path) -> list[str]:
    """The functions that are registered in it."""
    functions = [node for node in ast.parse(file.read_text()).body if isinstance(node, ast.AsyncFunctionDef)]
    return [one.name for one in functions if one.decorator_list]


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_context_with_jobs_or_reactions_is_imported() -> None:
    found = [*ROOT.glob("domain/*/jobs.py"), *ROOT.glob("domain/*/reactions.py"), *ROOT.glob("domain/*/reactions/")]
    modules = {module(path) for path in found}
    assert len(modules) > 3
    assert modules - imported(LIST) == {"domain.platform.jobs"}


def test_reactions_in_a_folder_are_all_imported_by_it_and_share_no_name() -> None:
    folders = [*ROOT.glob("domain/*/reactions/")]
    assert folders
    for folder in folders:
        files = [file for file in folder.glob("*.py") if file.name != "__init__.py"]
        assert {module(file) for file in files} == imported(folder / "__init__.py")
        names = [name for file in files for name in reactions_of(file)]
        assert len(names) == len(set(names)), "the queue would know two by one name"


def test_every_job_that_is_queued_has_somebody_to_run_it() -> None:
    queued = {name for file in ROOT.glob("domain/**/*.py") for name in DEFERRED.findall(file.read_text())}
    assert len(queued) > 3
    assert queued - set(JOBS) == set()


def test_every_scheduled_job_is_a_job() -> None:
    assert {schedule.job for schedule in SCHEDULES} <= set(JOBS)
