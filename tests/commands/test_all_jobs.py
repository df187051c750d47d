"""Every job and reaction is known to the worker: what nobody imports would never run, and nobody would notice."""

import ast
import re

from domain.commands.all_jobs import JOBS, SCHEDULES
from tests.conftest import ROOT

LIST = ROOT / "domain/commands/all_jobs.py"
DEFERRED = re.compile(r"""\.defer\(\s*["'](\w+)["']""")


def imported() -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(LIST.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_context_with_jobs_or_reactions_is_imported() -> None:
    files = [*ROOT.glob("domain/*/jobs.py"), *ROOT.glob("domain/*/reactions.py")]
    modules = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files}
    assert len(modules) > 3
    assert modules - imported() == {"domain.platform.jobs"}


def test_every_job_that_is_queued_has_somebody_to_run_it() -> None:
    queued = {name for file in ROOT.glob("domain/**/*.py") for name in DEFERRED.findall(file.read_text())}
    assert len(queued) > 3
    assert queued - set(JOBS) == set()


def test_every_scheduled_job_is_a_job() -> None:
    assert {schedule.job for schedule in SCHEDULES} <= set(JOBS)
