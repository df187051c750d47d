"""How to appeal, in the words of an ente."""

from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.appeal_words import AppealWords
from domain.platform.work import UnitOfWork


async def appeal_words(work: UnitOfWork, ente_id: UUID) -> str:
    """The text that the letters of the ente print; empty while it has written none."""
    wanted = select(AppealWords.text).where(col(AppealWords.ente_id) == ente_id)
    return (await work.session.exec(wanted)).one_or_none() or ""
