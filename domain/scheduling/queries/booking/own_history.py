"""All appointments of a person, and all that they were invited to book: for the copy of one's data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Citizen
from domain.kernel.clock import day_of
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to, visible_to
from domain.scheduling.terms import AppointmentState, Manner, Way
from domain.scheduling.terms.invitations import InvitationState

MOST = 1000
PLAIN = ("id", "starts_at", "ends_at", "manner", "state", "email", "phone")


@dataclass(frozen=True)
class HadAppointment:
    """An appointment; ``note`` is only what was written on the portal, not what an operator wrote for colleagues."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    need: Mapping[str, str]
    office: str
    manner: Manner
    state: AppointmentState
    email: str
    phone: str
    note: str


@dataclass(frozen=True)
class HadInvitation:
    """An invitation to book; what the office did about it is not here."""

    id: UUID
    invited_on: date
    book_by_on: date
    need: Mapping[str, str]
    office: str
    state: InvitationState
    note: str


async def own_appointments_ever(work: UnitOfWork, citizen: Citizen) -> Sequence[HadAppointment]:
    """Those in which the citizen is seen, the latest first; hidden ones are not there; at most 1000, two questions."""
    asked: Any = (
        sa.select(Appointment, col(Need.name))
        .outerjoin(Need, col(Need.id) == col(Appointment.need_id))
        .where(
            visible_to(citizen),
            col(Appointment.person_id) == citizen.person_id,
            col(Appointment.is_hidden).is_(False),
        )
        .order_by(col(Appointment.starts_at).desc(), col(Appointment.id))
        .limit(MOST)
    )
    found = (await work.session.exec(asked)).all()
    offices = await office_names(work, {one.office_id for one, _name in found})
    return [
        HadAppointment(
            **{name: getattr(one, name) for name in PLAIN},
            need=need or {},
            office=offices[one.office_id].name if one.office_id in offices else "",
            note=one.note if one.way is Way.ONLINE else "",
        )
        for one, need in found
    ]


async def own_invitations_ever(work: UnitOfWork, citizen: Citizen) -> Sequence[HadInvitation]:
    """What the citizen was invited to book, the latest first; at most 1000, two questions."""
    asked: Any = (
        sa.select(BookingInvitation, col(Need.name))
        .join(Need, col(Need.id) == col(BookingInvitation.need_id))
        .where(invitation_visible_to(citizen), col(BookingInvitation.person_id) == citizen.person_id)
        .order_by(col(BookingInvitation.created_at).desc(), col(BookingInvitation.id))
        .limit(MOST)
    )
    found = (await work.session.exec(asked)).all()
    offices = await office_names(work, {one.office_id for one, _name in found})
    return [
        HadInvitation(
            **{name: getattr(one, name) for name in ("id", "book_by_on", "state", "note")},
            invited_on=day_of(one.created_at),
            need=need,
            office=offices[one.office_id].name if one.office_id in offices else "",
        )
        for one, need in found
    ]
