"""A one-time code works once."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.desk import SignInCode
from domain.access.refusals import OneTimeCodeOver
from domain.platform.work import UnitOfWork


async def use_up_code(work: UnitOfWork, code_id: UUID) -> None:
    """From now on the code is over. For the System. Refuses OneTimeCodeOver when it was used meanwhile."""
    use = sa.update(SignInCode).where(col(SignInCode.id) == code_id, col(SignInCode.used_at).is_(None))
    used = await work.session.exec(use.values(used_at=work.now).returning(col(SignInCode.id)))
    if used.first() is None:
        raise OneTimeCodeOver
