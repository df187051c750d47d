"""Who wrote without signing in has shown that the contact is theirs."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.intake.model.contact_request import ContactRequest
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


async def note_proof(work: UnitOfWork, system: System, code_id: UUID) -> None:
    """The request for which the code was sent says so; a code sent for anything else is left alone."""
    mine = sa.update(ContactRequest).where(col(ContactRequest.proof_id) == code_id)
    await work.session.exec(mine.values(proven_at=work.now))
