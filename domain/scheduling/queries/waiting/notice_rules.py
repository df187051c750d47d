"""How an ente reminds people of appointments, and offers them places."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.notice import NoticeRules
from domain.scheduling.rules.offering import Limits

__all__ = ["Limits", "NoticeRulesRow", "notice_rules", "notice_rules_of"]


@dataclass(frozen=True)
class NoticeRulesRow:
    """What is in force, in hours; the usual where the ente has decided nothing."""

    reminder_hours: tuple[int, ...] = (48, 3)
    offer_hours: int = 24
    lead_hours: int = 48
    pause_hours: int = 24
    most_offers: int = 3
    closing_hours: int = 72

    @property
    def limits(self) -> Limits:
        """For places that somebody gave back."""
        lead, pause = timedelta(hours=self.lead_hours), timedelta(hours=self.pause_hours)
        return Limits(timedelta(hours=self.offer_hours), lead, pause, self.most_offers)

    @property
    def closing_limits(self) -> Limits:
        """For who had an appointment in a closed time: any place that leaves time to think will do."""
        return Limits(timedelta(hours=self.closing_hours), timedelta(hours=1), timedelta(), 1)


async def notice_rules(work: UnitOfWork, ente_id: UUID) -> NoticeRulesRow:
    """What the ente has decided; within its ambito no secret. One question."""
    return (await notice_rules_of(work, [ente_id]))[ente_id]


async def notice_rules_of(work: UnitOfWork, enti: Collection[UUID]) -> dict[UUID, NoticeRulesRow]:
    """What each of ``enti`` has decided. One question."""
    wanted = select(NoticeRules).where(col(NoticeRules.ente_id).in_(set(enti)))
    kept = {row.ente_id: row for row in (await work.session.exec(wanted)).all()}
    return {ente_id: _row(kept.get(ente_id)) for ente_id in enti}


def _row(kept: NoticeRules | None) -> NoticeRulesRow:
    if kept is None:
        return NoticeRulesRow()
    return NoticeRulesRow(
        tuple(sorted(kept.reminder_hours, reverse=True)),
        kept.offer_hours,
        kept.lead_hours,
        kept.pause_hours,
        kept.most_offers,
        kept.closing_hours,
    )
