"""For tests that need several connections at once: what they do is committed, and swept away afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

LOGS = "platform.event, platform.reading, platform.reaction_done, jobs.queue, access.chain_head, access.chain_anchor"
PROVIDERS = "access.identity_provider, access.used_answer, access.sign_in_request"


@asynccontextmanager
async def swept(owner_url: str) -> AsyncIterator[None]:
    """Empty the tables of the worker's database when the block ends; every row hangs from an ente or is a log."""
    try:
        yield
    finally:
        with psycopg.connect(owner_url, autocommit=True) as owner:
            owner.execute(f"TRUNCATE organization.ente, {LOGS}, {PROVIDERS} CASCADE")
