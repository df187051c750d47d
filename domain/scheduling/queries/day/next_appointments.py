"""When a person is expected next, for who has their sheet or their case open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.day.noted import note_shown
from domain.scheduling.terms import STANDING, AppointmentState, Manner

MOST = 12


@dataclass(frozen=True)
class NextAppointment:
    """When and where somebody is expected, or was offered to come."""

    id: UUID
    starts_at: datetime
    need: dict[str, str]
    office: str
    state: AppointmentState
    manner: Manner
    is_hidden: bool
    code: str


async def next_appointments(
    work: UnitOfWork, operator: Operator, person_id: UUID, purpose: ReadingPurpose = ReadingPurpose.DESK_HELP
) -> Sequence[NextAppointment]:
    """Those that the operator may know of and that are not over, the next one first; at most 12, two questions.

    That each was read is noted.
    """
    statement: Any = (
        sa.select(Appointment, col(Need.name))
        .outerjoin(Need, col(Need.id) == col(Appointment.need_id))
        .where(
            visible_to(operator),
            col(Appointment.person_id) == person_id,
            col(Appointment.state).in_(STANDING),
            col(Appointment.ends_at) > work.now,
        )
        .order_by(col(Appointment.starts_at), col(Appointment.id))
        .limit(MOST)
    )
    found = (await work.session.exec(statement)).all()
    offices = await office_names(work, {one.office_id for one, _need in found})
    for one, _need in found:
        note_shown(work, one.id, ente_id=one.ente_id, person_id=person_id, purpose=purpose)
    return [
        NextAppointment(
            id=one.id,
            starts_at=one.starts_at,
            need=need or {},
            office=offices[one.office_id].name if one.office_id in offices else "",
            state=one.state,
            manner=one.manner,
            is_hidden=one.is_hidden,
            code=one.code,
        )
        for one, need in found
    ]
