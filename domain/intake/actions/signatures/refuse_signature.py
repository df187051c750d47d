"""Somebody does not sign the application of another, or takes a signature back."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.intake.events import SignatureRefused
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signatures.own_signatures import own_signature
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork, as_the_program


class RefuseSignature(BaseModel):
    """Which one, and why: who has asked reads it."""

    signature_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=1000)]


async def refuse_signature(work: UnitOfWork, citizen: Citizen, command: RefuseSignature) -> None:
    """From now on there is no signature, also where there was one. Refuses NotFound, AlreadySubmitted."""
    asked = await own_signature(work, citizen, command.signature_id)
    async with as_the_program(work, "refuse signature") as system:  # locked: it must not leave at the same moment
        await own_draft(work, system, asked.application_id)
    signature = await own_signature(work, citizen, command.signature_id, for_update=True)
    signature.refuse(command.reason, work.now)
    await work.record(
        SignatureRefused(ente_id=signature.ente_id, application_id=signature.application_id, signature_id=signature.id)
    )
