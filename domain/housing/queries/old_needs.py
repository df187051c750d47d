"""How many housing needs were closed before a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.housing.model.housing_need import HousingNeed
from domain.housing.terms import NeedStatus
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_needs(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Needs that are closed since before an instant, by ente; one that goes on is never old."""
    over = (col(HousingNeed.status) == NeedStatus.CLOSED, col(HousingNeed.closed_at) < before)
    return await count_by_ente(work, HousingNeed, over, enti)
