"""Invitations whose last day is over lapse, and their offices hear of it."""

from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.rules.inviting import lapse_key
from domain.scheduling.terms.invitations import InvitationState

MOST = 200
NOT_BOOKED: Text = _("Qualcuno che hai invitato non ha prenotato in tempo: guarda chi e richiamalo.")
UNANSWERED = "/appuntamenti/inviti?vista=senza-risposta"


async def lapse_invitations(work: UnitOfWork, system: System) -> int:
    """At most MOST of them; says how many. Each office gets one notice a day, which names nobody.

    One that is being booked or withdrawn at this moment is left for the next time.
    """
    wanted = select(BookingInvitation).where(
        invitation_visible_to(system),
        col(BookingInvitation.state) == InvitationState.OPEN,
        col(BookingInvitation.book_by_on) < work.today,
    )
    over = wanted.order_by(col(BookingInvitation.book_by_on)).limit(MOST).with_for_update(skip_locked=True)
    found = (await work.session.exec(over)).all()
    offices: dict[UUID, UUID] = {}
    for invitation in found:
        invitation.lapse()
        offices[invitation.office_id] = invitation.ente_id
    for office_id, ente_id in sorted(offices.items()):
        await notify_operators(work, system, _notice(work, office_id, ente_id))
    return len(found)


def _notice(work: UnitOfWork, office_id: UUID, ente_id: UUID) -> NotifyOperators:
    return NotifyOperators(
        ente_id=ente_id,
        kind=NoticeKind.INVITATIONS_LAPSED,
        key=lapse_key(office_id, work.today),
        subject=NOT_BOOKED,
        path=f"{UNANSWERED}&ufficio={office_id}",
        office_id=office_id,
        roles=DESK_ROLES,
    )
