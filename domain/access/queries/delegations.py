"""The delegations of a person and of a body: one to act on, and the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.delegation import Delegation
from domain.access.permissions import may_record_mandates, offered_to, visible_to
from domain.access.rules.delegation_periods import is_same_surname
from domain.access.terms import DelegationScope, DelegationStatus
from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.people import person

MOST = 200


@dataclass(frozen=True)
class DelegationRow:
    """A delegation as both sides see it; ``ends_on`` included. ``is_given`` when who asks has granted it."""

    id: UUID
    delegator_id: UUID
    delegator_name: str
    delegate_id: UUID | None
    delegate_name: str
    delegate_ente_id: UUID | None
    scope: DelegationScope
    service_id: UUID | None
    application_id: UUID | None
    starts_on: date | None
    ends_on: date
    status: DelegationStatus
    is_given: bool
    document_id: UUID | None
    mandate_number: str
    mandate_on: date | None
    granted_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    is_ended_by_delegator: bool | None

    @property
    def may_be_answered(self) -> bool:
        """Whether it waits for who asks to accept or refuse it."""
        return self.status is DelegationStatus.OFFERED and not self.is_given

    @property
    def may_be_revoked(self) -> bool:
        """Whether it can be ended before its time."""
        offered = self.status is DelegationStatus.OFFERED and self.is_given
        return offered or self.status is DelegationStatus.ACCEPTED


async def delegation_for(
    work: UnitOfWork, actor: Actor, delegation_id: UUID, *, for_update: bool = False
) -> Delegation:
    """The only door to one: for who granted it, who has it, who is offered it, and the operators of its ente.

    An offer opens only to the person with the codice fiscale and the surname that were typed. Refuses NotFound.
    """
    wanted = select(Delegation).where(col(Delegation.id) == delegation_id)
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted.where(visible_to(actor)))).one_or_none()
    if found is None and isinstance(actor, Citizen):
        me = await person(work, actor, actor.person_id)
        offered = (await work.session.exec(wanted.where(offered_to(me.codice_fiscale, actor.enti)))).one_or_none()
        is_mine = offered is not None and is_same_surname(offered.delegate_family_name, me.family_name)
        found = offered if is_mine else None
    if found is None:
        raise NotFound
    return found


async def delegation_row(work: UnitOfWork, actor: Actor, delegation_id: UUID) -> DelegationRow:
    """One delegation, through its door. Refuses NotFound."""
    return _row(await delegation_for(work, actor, delegation_id), actor, work.today)


async def own_delegations(work: UnitOfWork, citizen: Citizen) -> Sequence[DelegationRow]:
    """What the citizen has granted, has, or is offered, with the whole history, the latest first; two questions."""
    me = await person(work, citizen, citizen.person_id)
    offered = offered_to(me.codice_fiscale, citizen.enti)
    found = await _found(work, sa.or_(visible_to(citizen), offered))
    shown = [
        one
        for one in found
        if citizen.person_id in (one.delegator_id, one.delegate_id)
        or one.delegate_ente_id is not None
        or is_same_surname(one.delegate_family_name, me.family_name)
    ]
    return [_row(one, citizen, work.today) for one in shown]


async def mandates_of(work: UnitOfWork, operator: Operator) -> Sequence[DelegationRow]:
    """The mandates given to the operator's ente, the latest first. Refuses NotAllowed."""
    if not may_record_mandates(operator):
        raise NotAllowed
    found = await _found(work, col(Delegation.delegate_ente_id) == operator.ente_id)
    return [_row(one, operator, work.today) for one in found]


async def delegate_names(work: UnitOfWork, citizen: Citizen) -> dict[UUID, str]:
    """The names of the people whom the citizen has ever delegated and who accepted, by id."""
    found = await _found(
        work, col(Delegation.delegator_id) == citizen.person_id, col(Delegation.delegate_id).is_not(None)
    )
    return {one.delegate_id: one.delegate_name for one in found if one.delegate_id}


async def _found(work: UnitOfWork, *conditions: Any) -> Sequence[Delegation]:
    wanted = select(Delegation).where(*conditions).order_by(col(Delegation.created_at).desc(), col(Delegation.id))
    return (await work.session.exec(wanted.limit(MOST))).all()


def _row(one: Delegation, actor: Actor, today: date) -> DelegationRow:
    return DelegationRow(
        id=one.id,
        delegator_id=one.delegator_id,
        delegator_name=one.delegator_name,
        delegate_id=one.delegate_id,
        delegate_name=one.delegate_name,
        delegate_ente_id=one.delegate_ente_id,
        scope=one.scope,
        service_id=one.service_id,
        application_id=one.application_id,
        starts_on=one.held_during.lower,
        ends_on=one.day_after - timedelta(days=1),
        status=one.status_on(today),
        is_given=isinstance(actor, Citizen) and one.delegator_id == actor.person_id,
        document_id=one.document_id,
        mandate_number=one.mandate_number,
        mandate_on=one.mandate_on,
        granted_at=one.created_at,
        answered_at=one.answered_at,
        ended_at=one.ended_at,
        is_ended_by_delegator=one.is_ended_by_delegator,
    )
