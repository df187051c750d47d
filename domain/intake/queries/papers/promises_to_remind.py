"""The applications with a document that was promised for a day that is near."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.promised_paper import PromisedPaper
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

MOST = 500


async def promises_to_remind(work: UnitOfWork, system: System, until: date) -> Sequence[UUID]:
    """Those whose day is not after ``until`` and of which nobody was reminded, each once, at most 500."""
    wanted = (
        select(PromisedPaper.application_id)
        .where(col(PromisedPaper.due_on) <= until, col(PromisedPaper.reminded_at).is_(None))
        .distinct()
        .limit(MOST)
    )
    return (await work.session.exec(wanted)).all()
