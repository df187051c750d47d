"""The door to an invitation, for who sees to it."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to, may_receive
from domain.scheduling.refusals import NotYourDay


async def invitation_to_settle(work: UnitOfWork, operator: Operator, invitation_id: UUID) -> BookingInvitation:
    """An invitation that the operator knows of, locked. Refuses NotYourDay to who receives nobody, NotFound."""
    if not may_receive(operator):
        raise NotYourDay
    wanted = select(BookingInvitation).where(
        col(BookingInvitation.id) == invitation_id, invitation_visible_to(operator)
    )
    locked = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(locked)).one_or_none()
    if found is None:
        raise NotFound
    return found
