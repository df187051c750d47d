"""The door to the appointments of an office: which an operator knows of, and which they may note something about."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.refusals import NotYourDay

RECEIVING_ROLES = (*DESK_ROLES, Role.THIRD_SECTOR)


def may_receive(operator: Operator) -> bool:
    """Whether ``operator`` meets people who have an appointment."""
    return operator.has(*RECEIVING_ROLES)


def expected_by(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that the operator may know of an appointment: of the own office, or an administrator's enti.

    One that is hidden is known in its office only.
    """
    own: Any = sa.and_(col(Appointment.office_id) == operator.office_id, sa.literal(may_receive(operator)))
    if not operator.has(*ADMIN_ROLES):
        return own
    return sa.or_(own, sa.and_(col(Appointment.ente_id).in_(operator.enti), sa.not_(col(Appointment.is_hidden))))


async def appointment_to_note(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> Appointment:
    """An appointment of the operator's own office, locked. Refuses NotYourDay, NotFound."""
    if not may_receive(operator):
        raise NotYourDay
    wanted = select(Appointment).where(
        col(Appointment.id) == appointment_id, col(Appointment.office_id) == operator.office_id
    )
    locked = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(locked)).one_or_none()
    if found is None:
        raise NotFound
    return found
