"""Whether opening a letter on the portal counts as receiving it."""

from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.appeal_words import AppealWords
from domain.platform.work import UnitOfWork


async def opening_counts(work: UnitOfWork, ente_id: UUID) -> bool:
    """What the ente has said; it does not count while it has said nothing."""
    wanted = select(AppealWords.is_received_on_opening).where(col(AppealWords.ente_id) == ente_id)
    return bool((await work.session.exec(wanted)).one_or_none())
