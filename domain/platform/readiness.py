"""Whether the machinery is up: the database answers, its migrations are ours, a worker is alive."""

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from domain.kernel.actor import System
from domain.platform.migrations import configuration
from domain.platform.work import Bind, unit_of_work

_STATE = sa.text("""
    SELECT (SELECT version_num FROM public.alembic_version) AS version,
           EXISTS (SELECT 1 FROM jobs.worker WHERE heartbeat_at > now() - interval '90 seconds') AS has_worker""")


def newest_migration() -> str | None:
    """The last step that this program knows."""
    return ScriptDirectory.from_config(configuration("")).get_current_head()


async def problems(*, bind: Bind | None = None) -> list[str]:
    """What is missing before people can be served; empty when nothing is."""
    try:
        async with unit_of_work(System("readiness"), read_only=True, bind=bind) as work:
            state = (await (await work.session.connection()).execute(_STATE)).one()
    except (SQLAlchemyError, OSError):
        return ["database: no answer"]
    found = [] if state.version == newest_migration() else ["database: migrations are not at head"]
    return found if state.has_worker else [*found, "worker: no heartbeat"]
