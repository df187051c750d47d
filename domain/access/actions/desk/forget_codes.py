"""One-time codes of the past are forgotten."""

from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.desk import SignInCode
from domain.platform.work import UnitOfWork

KEPT = timedelta(days=2)
"""Long enough to count those of a day."""


async def forget_codes(work: UnitOfWork) -> None:
    """Delete the codes that ended days ago, with the contacts they were asked for. For the System."""
    await work.session.exec(sa.delete(SignInCode).where(col(SignInCode.expires_at) < work.now - KEPT))
