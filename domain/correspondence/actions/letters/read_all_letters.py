"""Somebody marks all messages as read."""

from sqlmodel import col, update

from domain.correspondence.model.letter import Letter
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


async def read_all_letters(work: UnitOfWork, citizen: Citizen) -> None:
    """One's own are read from now on; those of the people represented stay as they are."""
    mine = (col(Letter.person_id) == citizen.person_id, col(Letter.read_at).is_(None))
    await work.session.exec(update(Letter).where(*mine).values(read_at=work.now))
