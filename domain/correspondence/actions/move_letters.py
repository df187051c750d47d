"""Two records turn out to be of one person: the letters to the first belong to the second."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.correspondence.model.letter import Letter
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class MoveLetters(BaseModel):
    """From whom to whom."""

    from_person_id: UUID
    to_person_id: UUID


async def move_letters(work: UnitOfWork, system: System, command: MoveLetters) -> None:
    """The letters are read in the other's personal area from now on; where they went stays as it was."""
    moved = sa.update(Letter).where(col(Letter.person_id) == command.from_person_id)
    if system.enti is not None:
        moved = moved.where(col(Letter.ente_id).in_(system.enti))
    await work.session.exec(moved.values(person_id=command.to_person_id))
