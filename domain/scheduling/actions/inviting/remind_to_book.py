"""Reminds somebody, once, that they were invited to book."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.inviting.tell_of_invitation import TellOfInvitation, tell_of_invitation
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.rules.inviting import is_to_remind
from domain.scheduling.terms.invitations import InvitationState


class RemindToBook(BaseModel):
    """Which invitation."""

    invitation_id: UUID


async def remind_to_book(work: UnitOfWork, system: System, command: RemindToBook) -> bool:
    """Whether a message was written. That it was, and the message itself, are in one transaction: there is no other.

    The invitation is locked: run again after any stop, or twice at once, the person is reminded once.
    """
    wanted = select(BookingInvitation).where(
        col(BookingInvitation.id) == command.invitation_id, invitation_visible_to(system)
    )
    about = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if about is None or about.state is not InvitationState.OPEN or about.reminded_at is not None:
        return False
    if not is_to_remind(about.remind_from_on, about.book_by_on, work.today):
        return False
    telling = TellOfInvitation(invitation_id=about.id, is_reminder=True)
    if not await tell_of_invitation(work, system, telling):
        return False
    about.reminded_at = work.now
    return True
