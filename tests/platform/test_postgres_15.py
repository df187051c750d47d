"""`make test` runs the tests of the domain on Debian's PostgreSQL 15, the oldest one we promise: here that is told."""

import os

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection


async def test_the_tests_of_the_domain_run_on_postgres_15(connection: AsyncConnection) -> None:
    told = os.environ.get("SPORTELLO_POSTGRES_15", "skipped: only `make test` starts a PostgreSQL 15")
    if told.startswith("skipped: "):
        pytest.skip(told.removeprefix("skipped: "))
    version = await connection.scalar(text("SELECT current_setting('server_version_num')::int / 10000"))
    assert version == 15
