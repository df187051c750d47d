"""What a citizen is invited to book, and those for whom the citizen acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Citizen
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.model.agenda import Need
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.terms.invitations import InvitationState

MOST = 20


@dataclass(frozen=True)
class OwnInvitation:
    """``path`` is where to book, with need and office chosen already. ``person`` is empty for one's own."""

    path: str
    need: Mapping[str, str]
    office: str
    book_by_on: date
    note: str
    person: str


async def own_invitations(work: UnitOfWork, citizen: Citizen) -> Sequence[OwnInvitation]:
    """Those that are open today, the nearest last day first; at most 20, three questions.

    What others are invited for by a discreet need they find by themselves, nobody who acts for them.
    """
    asked: Any = (
        sa.select(BookingInvitation, Need)
        .join(Need, col(Need.id) == col(BookingInvitation.need_id))
        .where(
            invitation_visible_to(citizen),
            col(BookingInvitation.state) == InvitationState.OPEN,
            col(BookingInvitation.book_by_on) >= work.today,
            sa.or_(col(BookingInvitation.person_id) == citizen.person_id, sa.not_(col(Need.is_discreet))),
        )
        .order_by(col(BookingInvitation.book_by_on), col(BookingInvitation.id))
        .limit(MOST)
    )
    found = (await work.session.exec(asked)).all()
    offices = await office_names(work, {one.office_id for one, _need in found})
    called = await names(work, {one.person_id for one, _need in found} - {citizen.person_id})
    return [
        OwnInvitation(
            path=f"/prenota/{need.slug}/{one.office_id}",
            need=need.name,
            office=offices[one.office_id].name if one.office_id in offices else "",
            book_by_on=one.book_by_on,
            note=one.note,
            person=called[one.person_id].full_name if one.person_id in called else "",
        )
        for one, need in found
    ]
