"""Who has not signed for a week is reminded, once."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.signatures.tell_of_signatures import TellOfSignatures, tell_of_signatures
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import open_signatures
from domain.intake.refusals import AlreadySubmitted
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemindSigners(BaseModel):
    """Of which draft."""

    application_id: UUID


async def remind_signers(work: UnitOfWork, system: System, command: RemindSigners) -> None:
    """A further message to those whom we know and who have not answered; run again, nobody gets two."""
    try:
        application = await own_draft(work, system, command.application_id)
    except (NotFound, AlreadySubmitted):
        return
    for signature in await open_signatures(work, application.id, for_update=True):
        signature.reminded_at = signature.reminded_at or work.now
    await tell_of_signatures(work, system, TellOfSignatures(application_id=application.id, reminder=1))
