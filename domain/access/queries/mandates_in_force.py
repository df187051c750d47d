"""By which delegations somebody may act today: looked up at every request, so that what ends ends at once."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.delegation import Delegation
from domain.access.terms import DelegationStatus
from domain.kernel.actor import Mandate
from domain.kernel.titles import Title
from domain.organization.queries.mandate_enti import mandate_enti_of
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


async def mandates_in_force(
    work: UnitOfWork, person_id: UUID, codice_fiscale: str | None, enti: Sequence[UUID], day: date
) -> tuple[Mandate, ...]:
    """The delegations accepted and in force on ``day`` that ``person_id`` may use, among those of ``enti``.

    Their own, and those given to a body in which they hold a role on that day. Two questions. For the System.
    """
    bodies = await mandate_enti_of(work, codice_fiscale, day) if codice_fiscale else []
    wanted = select(Delegation).where(
        sa.or_(col(Delegation.delegate_id) == person_id, col(Delegation.delegate_ente_id).in_(bodies)),
        col(Delegation.status) == DelegationStatus.ACCEPTED,
        col(Delegation.ente_id).in_(enti),
        col(Delegation.delegator_id) != person_id,
        holds_on(Delegation.held_during, day),
    )
    found = (await work.session.exec(wanted.order_by(col(Delegation.created_at)))).all()
    return tuple(
        Mandate(
            delegation_id=one.id,
            person_id=one.delegator_id,
            title=Title.MANDATE if one.delegate_ente_id else Title.DELEGATE,
            service_id=one.service_id,
            application_id=one.application_id,
        )
        for one in found
    )
