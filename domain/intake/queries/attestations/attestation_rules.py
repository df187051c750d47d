"""What the attestations of an ente say, as the ente has decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.attestation import AttestationRules
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class AttestationChoices:
    """Whether being followed may be attested, and whether each attestation gets a protocollo number."""

    is_charge_told: bool = False
    is_registered: bool = False


async def attestation_rules(work: UnitOfWork, enti: Iterable[UUID]) -> dict[UUID, AttestationChoices]:
    """The choices of each of ``enti``; neither, while an ente has not chosen. Known in the whole ambito."""
    ids = set(enti)
    found = {one: AttestationChoices() for one in ids}
    if not ids:
        return found
    wanted = select(AttestationRules).where(col(AttestationRules.ente_id).in_(ids))
    for one in (await work.session.exec(wanted)).all():
        found[one.ente_id] = AttestationChoices(one.is_charge_told, one.is_registered)
    return found
