"""Who is expected in some agendas in some time: for the week, for a closure, for a week that changes.

That each was named is noted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.queries.names import NameRow, names
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.day.noted import note_shown
from domain.scheduling.terms import STANDING, AppointmentState, Manner

MOST = 1000


@dataclass(frozen=True)
class BookedRow:
    """An appointment as a list shows it; ``full_name`` is empty when its name may not be read by who asks."""

    id: UUID
    office_id: UUID
    agenda_id: UUID
    starts_at: datetime
    ends_at: datetime
    state: AppointmentState
    manner: Manner
    need_id: UUID | None
    full_name: str
    is_hidden: bool


async def booked_between(
    work: UnitOfWork, agenda_ids: Sequence[UUID], starts_at: datetime, ends_at: datetime, *, also_past: bool = True
) -> Sequence[BookedRow]:
    """The appointments of these agendas that begin in the time, by hour, at most 1000; two questions.

    Those that who asks may not see are not here. ``also_past``: those held and missed too, never the cancelled ones.
    """
    if not agenda_ids:
        return []
    kept = [one for one in AppointmentState if one is not AppointmentState.CANCELLED] if also_past else list(STANDING)
    return await _rows(
        work,
        col(Appointment.agenda_id).in_(agenda_ids),
        col(Appointment.starts_at) >= starts_at,
        col(Appointment.starts_at) < ends_at,
        col(Appointment.state).in_(kept),
    )


async def booked_with(
    work: UnitOfWork, resource_id: UUID, starts_at: datetime, ends_at: datetime
) -> Sequence[BookedRow]:
    """The standing appointments that take the resource in the time, by hour, at most 1000; two questions."""
    held = select(ResourceHold.appointment_id).where(
        col(ResourceHold.resource_id) == resource_id,
        col(ResourceHold.starts_at) < ends_at,
        col(ResourceHold.ends_at) > starts_at,
    )
    return await _rows(work, col(Appointment.id).in_(held), col(Appointment.state).in_(list(STANDING)))


async def _rows(work: UnitOfWork, *conditions: sa.ColumnElement[bool] | Any) -> Sequence[BookedRow]:
    wanted = select(Appointment).where(visible_to(work.actor), *conditions)
    ordered = wanted.order_by(col(Appointment.starts_at), col(Appointment.id)).limit(MOST)
    found = (await work.session.exec(ordered)).all()
    people = await names(work, [one.person_id for one in found if one.person_id])
    for one in found:
        if one.person_id is not None and one.person_id in people:
            note_shown(work, one.id, ente_id=one.ente_id, person_id=one.person_id)
    return [
        BookedRow(
            id=one.id,
            office_id=one.office_id,
            agenda_id=one.agenda_id,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            state=one.state,
            manner=one.manner,
            need_id=one.need_id,
            full_name=_name(one, people),
            is_hidden=one.is_hidden,
        )
        for one in found
    ]


def _name(one: Appointment, people: Mapping[UUID, NameRow]) -> str:
    if one.person_id is not None:
        return people[one.person_id].full_name if one.person_id in people else ""
    return f"{one.given_name} {one.family_name}".strip()
