"""Somebody opens a message in the personal area."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.model.letter import Letter
from domain.correspondence.queries.letters_to import message_for
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


class ReadLetter(BaseModel):
    """Which message."""

    letter_id: UUID


async def read_letter(work: UnitOfWork, citizen: Citizen, command: ReadLetter) -> None:
    """From now on it is read, once; who acts for the person reads without marking it. Refuses NotFound."""
    found = await message_for(work, citizen, command.letter_id)
    if found.is_read or found.person_id != citizen.person_id:
        return
    letter = (await work.session.exec(select(Letter).where(col(Letter.id) == command.letter_id))).one()
    letter.read_at = work.now
