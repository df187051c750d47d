"""Somebody opens a letter on the portal, where the ente says that this day counts."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.events import LetterOpened
from domain.intake.model.letter import LetterOpening, PassageLetter
from domain.intake.permissions import may_handle
from domain.intake.queries.letters.opening_counts import opening_counts
from domain.intake.queries.own_applications import own_application
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class OpenLetter(BaseModel):
    """The letter by its document, of which application."""

    application_id: UUID
    document_id: UUID


async def open_letter(work: UnitOfWork, citizen: Citizen, command: OpenLetter) -> bool:
    """Write down, once, that the letter was opened now; False when nothing is written.

    Nothing is where the ente does not count it, where it was opened before, and for who only looks on (the other
    parent): the letter may be read all the same. Refuses NotFound.
    """
    application = await own_application(work, citizen, command.application_id, for_update=True)
    wanted = select(PassageLetter).where(
        col(PassageLetter.application_id) == application.id, col(PassageLetter.document_id) == command.document_id
    )
    letter = (await work.session.exec(wanted)).one_or_none()
    if letter is None:
        raise NotFound
    known = select(LetterOpening.id).where(col(LetterOpening.letter_id) == letter.id)
    if not may_handle(citizen, application) or (await work.session.exec(known)).first() is not None:
        return False
    if not await opening_counts(work, application.ente_id):
        return False
    work.session.add(
        LetterOpening(
            ente_id=application.ente_id,
            application_id=application.id,
            letter_id=letter.id,
            person_id=application.beneficiary_id,
            opened_by_id=citizen.person_id,
            opened_at=work.now,
        )
    )
    opened = {"application_id": application.id, "passage_id": letter.passage_id}
    await work.record(LetterOpened(ente_id=application.ente_id, **opened, opened_on=work.today))
    return True
