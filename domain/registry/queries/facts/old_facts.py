"""How many facts have not been believed since a term."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact


async def old_facts(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Facts corrected or replaced before an instant, by ente."""
    return await count_by_ente(work, Fact, (sa.func.upper(col(Fact.known_during)) < before,), enti)
