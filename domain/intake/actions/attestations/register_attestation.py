"""Give an attestation its number among what goes out, where the ente wants that."""

import hashlib
from uuid import UUID

from sqlmodel import col, select

from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.terms import Direction
from domain.intake.model.attestation import Attestation
from domain.intake.queries.attestations.attestation_rules import attestation_rules
from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.platform.language import say
from domain.platform.work import UnitOfWork


async def register_attestation(work: UnitOfWork, system: System, attestation_id: UUID) -> str:
    """The number, the same when asked again; empty where the ente does not register attestations.

    The fingerprint in the register is that of its code, which names it among all.
    """
    one = (await work.session.exec(select(Attestation).where(col(Attestation.id) == attestation_id))).one()
    if not (await attestation_rules(work, [one.ente_id]))[one.ente_id].is_registered:
        return ""
    entry = await register_protocollo(
        work,
        RegisterProtocollo(
            ente_id=one.ente_id,
            person_id=one.person_id,
            about_id=one.id,
            subject=say(one.kind.label, SOURCE.code),
            direction=Direction.OUTGOING,
            content_sha256=hashlib.sha256(one.code.encode()).hexdigest(),
        ),
    )
    return entry.label
