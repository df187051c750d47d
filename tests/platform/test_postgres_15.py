"""`make test` also runs on Debian's PostgreSQL 15, the oldest one we promise: here its outcome is told."""

import os
from pathlib import Path

import pytest


def test_the_integration_tests_also_passed_on_postgres_15() -> None:
    file = os.environ.get("SPORTELLO_POSTGRES_15")
    if not file:
        pytest.skip("only `make test` starts a PostgreSQL 15")
    outcome = Path(file).read_text().strip()
    if outcome.startswith("skipped: "):
        pytest.skip(outcome.removeprefix("skipped: "))
    assert outcome == "passed"
