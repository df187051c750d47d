"""Somebody takes a consent back."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import Consent
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk
from domain.registry.queries.people import person


async def revoke_consent(work: UnitOfWork, operator: Operator, consent_id: UUID) -> None:
    """From now on it does not count. Refuses NotFound, also when it was taken back before, and NotAtThisDesk."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    wanted = select(Consent).where(
        col(Consent.id) == consent_id, col(Consent.ente_id).in_(operator.enti), col(Consent.revoked_at).is_(None)
    )
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    await person(work, operator, found.person_id)
    found.take_back(operator.operator_id, work.now)
