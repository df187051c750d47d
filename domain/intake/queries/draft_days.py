"""For how long drafts are kept: of each ente, and until which day of each draft."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.model.draft_term import DraftTerm
from domain.intake.rules.drafts.lifetime import SHIPPED_DAYS, last_day
from domain.intake.terms import Channel
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork


async def draft_days(work: UnitOfWork, enti: Sequence[UUID]) -> dict[UUID, int]:
    """The days after the last saving, by ente: its own, or those that the program comes with."""
    wanted = select(DraftTerm).where(col(DraftTerm.ente_id).in_(set(enti)))
    decided = {one.ente_id: one.kept_days for one in (await work.session.exec(wanted)).all()} if enti else {}
    return {ente_id: decided.get(ente_id, SHIPPED_DAYS) for ente_id in enti}


async def kept_until(work: UnitOfWork, applications: Sequence[Application]) -> dict[UUID, date]:
    """The last day of each draft among ``applications``, which came through a door; none for what came on paper."""
    drafts = [one for one in applications if one.is_draft and one.channel is not Channel.PAPER and one.saved_at]
    days = await draft_days(work, list({one.ente_id for one in drafts}))
    return {
        one.id: last_day(day_of(one.saved_at), days[one.ente_id], one.warned_on, work.today)
        for one in drafts
        if one.saved_at is not None
    }
