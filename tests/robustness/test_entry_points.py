"""Each process of the system, started alone, knows every table that its rows point at."""

import subprocess
import sys

import pytest

UNKNOWN = """
import importlib, sys
importlib.import_module(sys.argv[1])
from sqlmodel import SQLModel
tables = SQLModel.metadata.tables
keys = [key for table in tables.values() for key in table.foreign_keys]
assert keys
targets = {f"{key.parent} -> {key.target_fullname}": key.target_fullname.rpartition(".")[0] for key in keys}
print(*[name for name, target in targets.items() if target not in tables])
"""


@pytest.mark.slow
@pytest.mark.parametrize("entry", ["domain.worker", "portal.app", "backoffice.app", "domain.commands.seed_demo"])
def test_every_key_leads_to_a_table_that_is_known(entry: str) -> None:
    asked = subprocess.run([sys.executable, "-c", UNKNOWN, entry], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.strip() == ""
