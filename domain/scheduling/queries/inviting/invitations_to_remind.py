"""Who was invited, has not booked, and is to be reminded today."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.terms.invitations import InvitationState

MOST = 200


@dataclass(frozen=True)
class ToRemind:
    """An invitation, and its place in the list."""

    invitation_id: UUID
    remind_from_on: date


async def invitations_to_remind(work: UnitOfWork, system: System, after: ToRemind | None = None) -> list[ToRemind]:
    """At most MOST of them, the longest due first, after ``after``; never one whose last day is over."""
    due = col(BookingInvitation.remind_from_on)
    wanted: Any = (
        sa.select(col(BookingInvitation.id), due)
        .where(
            invitation_visible_to(system),
            col(BookingInvitation.state) == InvitationState.OPEN,
            col(BookingInvitation.reminded_at).is_(None),
            due <= work.today,
            col(BookingInvitation.book_by_on) >= work.today,
        )
        .order_by(due, col(BookingInvitation.id))
        .limit(MOST)
    )
    if after is not None:
        here = sa.tuple_(due, col(BookingInvitation.id))
        wanted = wanted.where(here > sa.tuple_(sa.literal(after.remind_from_on), sa.literal(after.invitation_id)))
    found = (await work.session.exec(wanted)).all()
    return [ToRemind(*row) for row in found]
