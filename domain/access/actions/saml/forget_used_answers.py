"""Forgets answers that could not open a session any more anyway."""

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.provider import UsedAnswer
from domain.platform.work import UnitOfWork


async def forget_used_answers(work: UnitOfWork) -> None:
    """Delete those past their time; the others must be known, so that none is used twice."""
    await work.session.exec(sa.delete(UsedAnswer).where(col(UsedAnswer.expires_at) < work.now))
