"""How many letters are older than a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.correspondence.model.letter import Letter
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_letters(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Letters written before an instant, by ente."""
    return await count_by_ente(work, Letter, (col(Letter.created_at) < before,), enti)
