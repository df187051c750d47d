"""How many accounts of citizens nobody has used since a term."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.account import Account
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_accounts(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Accounts opened for the last time before an instant, by ente; those never opened by the day they were made."""
    last = sa.func.coalesce(col(Account.last_sign_in_at), col(Account.created_at))
    return await count_by_ente(work, Account, (last < before,), enti)
