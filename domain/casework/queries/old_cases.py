"""How many closed cases are older than a term, by the last line of their diary."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.case import Case, DiaryEntry
from domain.casework.terms import CaseStatus
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_cases(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Closed cases in whose diary nothing was written since an instant, by ente."""
    written = select(DiaryEntry.id).where(col(DiaryEntry.case_id) == col(Case.id), col(DiaryEntry.created_at) >= before)
    over = (
        col(Case.status) == CaseStatus.CLOSED,
        col(Case.created_at) < before,
        sa.not_(sa.exists(written)),
    )
    return await count_by_ente(work, Case, over, enti)
