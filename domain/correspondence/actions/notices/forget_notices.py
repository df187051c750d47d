"""Removes notices that nobody needs any more."""

from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col, delete

from domain.correspondence.model.notice import Notice
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

READ_KEPT_FOR, UNREAD_KEPT_FOR = timedelta(days=90), timedelta(days=365)


async def forget_notices(work: UnitOfWork, system: System) -> None:
    """Those read three months ago, and those that nobody has read in a year. For the nightly job."""
    is_old = sa.or_(col(Notice.read_at) < work.now - READ_KEPT_FOR, col(Notice.created_at) < work.now - UNREAD_KEPT_FOR)
    await work.session.exec(delete(Notice).where(is_old))
