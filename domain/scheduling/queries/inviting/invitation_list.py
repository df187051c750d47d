"""The invitations of an office, as who looks after them reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.model.agenda import Need
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.terms.invitations import UNSETTLED, InvitationState, InvitationView

PLAIN = (
    "id",
    "person_id",
    "need_id",
    "office_id",
    "book_by_on",
    "note",
    "reminded_at",
    "state",
    "appointment_id",
    "settled_at",
    "closing_note",
)
"""What a line takes over as it is written."""


@dataclass(frozen=True)
class InvitationRow:
    """A line. ``person`` is empty where the operator may not know who it is; ``settled_by`` where nobody in person did.

    ``settled_at`` is when it was booked, withdrawn or seen to.
    """

    id: UUID
    person_id: UUID
    person: str
    need_id: UUID
    need: Mapping[str, str]
    office_id: UUID
    office: str
    invited_on: date
    invited_by: str
    book_by_on: date
    note: str
    reminded_at: datetime | None
    state: InvitationState
    appointment_id: UUID | None
    settled_at: datetime | None
    settled_by: str
    closing_note: str


async def invitations(
    work: UnitOfWork, operator: Operator, view: InvitationView, *, office_id: UUID | None = None, page: int = 1
) -> Page[InvitationRow]:
    """Those of the view, the nearest last day first, or the latest where nothing waits any more; a few questions.

    Of one office where it is given. That each person was read is noted.
    """
    asked = [invitation_visible_to(operator), col(BookingInvitation.state).in_(view.states)]
    if office_id is not None:
        asked.append(col(BookingInvitation.office_id) == office_id)
    total = (await work.session.exec(select(sa.func.count(col(BookingInvitation.id))).where(*asked))).one()
    last = col(BookingInvitation.book_by_on)
    order = last if view is InvitationView.OPEN else last.desc()
    wanted = select(BookingInvitation).where(*asked).order_by(order, col(BookingInvitation.id))
    found = (await work.session.exec(wanted.limit(PAGE_SIZE).offset(offset_of(page)))).all()
    return Page(await _rows(work, found), page, PAGE_SIZE, total)


async def waiting_counts(
    work: UnitOfWork, operator: Operator, *, office_id: UUID | None = None
) -> dict[InvitationView, int]:
    """How many are open, and how many were not answered; one question."""
    asked = [invitation_visible_to(operator), col(BookingInvitation.state).in_(UNSETTLED)]
    if office_id is not None:
        asked.append(col(BookingInvitation.office_id) == office_id)
    counted: Any = (
        sa.select(col(BookingInvitation.state), sa.func.count()).where(*asked).group_by(col(BookingInvitation.state))
    )
    found = {InvitationState(state): count for state, count in (await work.session.exec(counted)).all()}
    return {
        view: sum(found.get(state, 0) for state in view.states)
        for view in (InvitationView.OPEN, InvitationView.UNANSWERED)
    }


async def invitation_row(work: UnitOfWork, operator: Operator, invitation_id: UUID) -> InvitationRow:
    """One of them; the reading is noted. Refuses NotFound."""
    wanted = select(BookingInvitation).where(
        col(BookingInvitation.id) == invitation_id, invitation_visible_to(operator)
    )
    found = (await work.session.exec(wanted)).all()
    if not found:
        raise NotFound
    return (await _rows(work, found))[0]


async def _rows(work: UnitOfWork, found: Sequence[BookingInvitation]) -> list[InvitationRow]:
    if not found:
        return []
    asked: Any = sa.select(col(Need.id), col(Need.name)).where(col(Need.id).in_({one.need_id for one in found}))
    needs = dict((await work.session.exec(asked)).all())
    people = await names(work, {one.person_id for one in found})
    offices = await office_names(work, {one.office_id for one in found})
    acting = {one for row in found for one in (row.invited_by_id, row.settled_by_id) if one}
    called = await operator_names(work, acting)
    for one in found:
        if one.person_id in people:
            _note(work, one)
    return [
        InvitationRow(
            **{name: getattr(one, name) for name in PLAIN},
            person=people[one.person_id].full_name if one.person_id in people else "",
            need=needs.get(one.need_id, {}),
            office=offices[one.office_id].name if one.office_id in offices else "",
            invited_on=day_of(one.created_at),
            invited_by=called.get(one.invited_by_id, ""),
            settled_by=called.get(one.settled_by_id, "") if one.settled_by_id else "",
        )
        for one in found
    ]


def _note(work: UnitOfWork, found: BookingInvitation) -> None:
    work.note_reading(
        Reading(
            person_id=found.person_id,
            ente_id=found.ente_id,
            subject=ReadingSubject.BOOKING_INVITATION.value,
            subject_id=found.id,
            purpose=ReadingPurpose.DESK_HELP.value,
        )
    )
