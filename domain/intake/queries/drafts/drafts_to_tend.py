"""The drafts that are near their end, for the program that looks after them every night."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.model.draft_term import DraftTerm
from domain.intake.rules.drafts.lifetime import FIRST_NOTICE, SHIPPED_DAYS
from domain.intake.terms import ApplicationStatus, Channel
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

AT_ONCE = 200


async def drafts_to_tend(work: UnitOfWork, system: System, after: UUID | None = None) -> Sequence[UUID]:
    """Up to 200 ids behind ``after``: drafts of which a notice or the end may be due.

    What came on paper is the office's to type in: it stays, for the person has handed it in.
    """
    kept = sa.func.coalesce(col(DraftTerm.kept_days), SHIPPED_DAYS)
    a_day_more = FIRST_NOTICE + timedelta(days=1)  # days are counted in Italy, instants are not
    wanted = (
        select(Application.id)
        .outerjoin(DraftTerm, col(DraftTerm.ente_id) == col(Application.ente_id))
        .where(
            col(Application.status) == ApplicationStatus.DRAFT,
            col(Application.channel) != Channel.PAPER,
            col(Application.saved_at) < work.now + a_day_more - sa.func.make_interval(0, 0, 0, kept),
        )
        .order_by(col(Application.id))
        .limit(AT_ONCE)
    )
    if after is not None:
        wanted = wanted.where(col(Application.id) > after)
    return (await work.session.exec(wanted)).all()
