"""Annul a line of the protocollo: it stays readable and counts no longer (DPR 445/2000 art. 54)."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.documents.model.protocollo import ProtocolloAnnulment, ProtocolloEntry
from domain.documents.permissions import may_annul
from domain.documents.refusals import AlreadyAnnulled, NotYoursToAnnul
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform import locks
from domain.platform.work import UnitOfWork

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class AnnulProtocollo(BaseModel):
    """Which line, why, and the act that authorises it (its number and date)."""

    entry_id: UUID
    reason: Words
    act: Words


async def annul_protocollo(work: UnitOfWork, operator: Operator, command: AnnulProtocollo) -> None:
    """Write the annulment beside the line. For heads of offices and administrators.

    Refuses NotYoursToAnnul, NotFound for a line of another ente, AlreadyAnnulled.
    """
    if not may_annul(operator):
        raise NotYoursToAnnul
    wanted = select(ProtocolloEntry).where(
        col(ProtocolloEntry.id) == command.entry_id, col(ProtocolloEntry.ente_id).in_(operator.enti)
    )
    entry = (await work.session.exec(wanted)).first()
    if entry is None:
        raise NotFound
    await locks.hold(work, "protocollo annulment", entry.id)
    before = select(ProtocolloAnnulment.id).where(col(ProtocolloAnnulment.entry_id) == entry.id)
    if (await work.session.exec(before)).first() is not None:
        raise AlreadyAnnulled
    work.session.add(
        ProtocolloAnnulment(
            ente_id=entry.ente_id,
            entry_id=entry.id,
            operator_id=operator.operator_id,
            reason=command.reason,
            act=command.act,
            created_at=work.now,
        )
    )
