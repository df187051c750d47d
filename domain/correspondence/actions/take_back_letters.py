"""Takes back messages that have not left: what they say is not so any more."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import col

from domain.correspondence.model.letter import Letter
from domain.correspondence.terms import LetterStatus
from domain.platform.work import UnitOfWork

UNSENT = (LetterStatus.QUEUED, LetterStatus.UNDELIVERABLE)


async def take_back_letters(work: UnitOfWork, keys: Collection[str]) -> None:
    """The messages written under ``keys`` vanish, with their deliveries; what has left already stays. For reactions."""
    if keys:
        unsent = sa.delete(Letter).where(col(Letter.key).in_(keys), col(Letter.status).in_(UNSENT))
        await work.session.exec(unsent)
