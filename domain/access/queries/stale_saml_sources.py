"""Which registries of SAML providers have not been read for too long."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.provider import IdentityProvider
from domain.access.queries.saml_providers import saml_ways
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

ALARM_AFTER = timedelta(hours=48)
RETRY_AFTER = timedelta(hours=25)
"""Just over a day: the daily reading has failed."""


async def stale_saml_sources(work: UnitOfWork, *, after: timedelta = ALARM_AFTER) -> dict[str, datetime | None]:
    """The addresses of registries last read longer than ``after`` ago, and when; None: never."""
    read = sa.select(col(IdentityProvider.source), sa.func.max(col(IdentityProvider.fetched_at))).group_by(
        col(IdentityProvider.source)
    )
    rows = (await (await work.session.connection()).execute(read.where(col(IdentityProvider.is_saml)))).all()
    last: dict[str, datetime] = {row[0]: row[1] for row in rows}
    ways = {way.value for way in saml_ways()}
    wanted = [address for way, address in settings().saml_registry_urls.items() if way in ways]
    return {one: last.get(one) for one in wanted if one not in last or work.now - last[one] > after}
