"""An office says that an attestation holds no longer."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.intake.model.attestation import Attestation
from domain.intake.queries.attestations.attestations_of import attestable_person
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RevokeAttestation(BaseModel):
    """Which one of whom, and why: the person reads it."""

    person_id: UUID
    attestation_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=500)]


async def revoke_attestation(work: UnitOfWork, operator: Operator, command: RevokeAttestation) -> None:
    """Who checks its code reads that it does not hold. Refuses NotAllowed, NotFound, AttestationOver."""
    card = await attestable_person(work, operator, command.person_id)
    wanted = select(Attestation).where(
        col(Attestation.id) == command.attestation_id,
        col(Attestation.person_id) == card.id,
        col(Attestation.ente_id).in_(operator.enti),
    )
    one = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if one is None:
        raise NotFound
    one.revoke(by_id=operator.operator_id, reason=command.reason, at=work.now)
