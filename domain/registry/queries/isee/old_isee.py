"""How many ISEE certificates have not held since a term."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord


async def old_isee(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Certificates whose last day is before that of an instant, by ente."""
    return await count_by_ente(work, IseeRecord, (sa.func.upper(col(IseeRecord.held_during)) <= day_of(before),), enti)
