"""The applicant takes the application back from those who were to sign it."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import open_signatures
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class CancelSignatures(BaseModel):
    """Of which draft."""

    application_id: UUID


async def cancel_signatures(work: UnitOfWork, actor: Citizen | Operator, command: CancelSignatures) -> None:
    """Nobody is asked any more, and what was signed counts no more. Refuses NotFound, AlreadySubmitted."""
    application = await own_draft(work, actor, command.application_id)
    for signature in await open_signatures(work, application.id, for_update=True):
        signature.close(work.now)
