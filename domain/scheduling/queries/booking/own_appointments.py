"""The appointments of a citizen, and of those for whom the citizen acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.model.agenda import Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.booking.appointment_message import link_of
from domain.scheduling.terms import STANDING, AppointmentState, Manner


@dataclass(frozen=True)
class OwnAppointment:
    """A line; ``path`` is its page. ``person`` is empty for one's own."""

    id: UUID
    path: str
    starts_at: datetime
    need: Mapping[str, str]
    office: str
    manner: Manner
    state: AppointmentState
    person: str


async def own_appointments(
    work: UnitOfWork, citizen: Citizen, *, is_past: bool = False, page: int = 1
) -> Page[OwnAppointment]:
    """Those to come, the next one first; or those of before and the cancelled ones, the latest first. Hidden: none."""
    conditions = [visible_to(citizen), col(Appointment.is_hidden).is_(False), _when(work, is_past=is_past)]
    total = (await work.session.exec(select(sa.func.count(col(Appointment.id))).where(*conditions))).one()
    order = col(Appointment.starts_at).desc() if is_past else col(Appointment.starts_at)
    wanted = select(Appointment).where(*conditions).order_by(order, col(Appointment.id))
    rows = (await work.session.exec(wanted.limit(PAGE_SIZE).offset(offset_of(page)))).all()
    return Page(await _lines(work, citizen, rows), page, PAGE_SIZE, total)


async def next_appointment(work: UnitOfWork, citizen: Citizen) -> OwnAppointment | None:
    """The first of those to come; None without any."""
    conditions = (visible_to(citizen), col(Appointment.is_hidden).is_(False), _when(work, is_past=False))
    wanted = select(Appointment).where(*conditions).order_by(col(Appointment.starts_at)).limit(1)
    lines = await _lines(work, citizen, (await work.session.exec(wanted)).all())
    return lines[0] if lines else None


def _when(work: UnitOfWork, *, is_past: bool) -> sa.ColumnElement[bool]:
    is_ahead = sa.and_(col(Appointment.state).in_(STANDING), col(Appointment.ends_at) > work.now)
    return sa.not_(is_ahead) if is_past else is_ahead


async def _lines(work: UnitOfWork, citizen: Citizen, rows: Sequence[Appointment]) -> list[OwnAppointment]:
    if not rows:
        return []
    needs = {
        one.id: one.name
        for one in (await work.session.exec(select(Need).where(col(Need.id).in_({row.need_id for row in rows})))).all()
    }
    offices = await office_names(work, {row.office_id for row in rows})
    others = {row.person_id for row in rows if row.person_id and row.person_id != citizen.person_id}
    called = await names(work, others) if others else {}
    return [
        OwnAppointment(
            id=row.id,
            path=link_of(row.id),
            starts_at=row.starts_at,
            need=needs.get(row.need_id, {}) if row.need_id else {},
            office=offices[row.office_id].name if row.office_id in offices else "",
            manner=row.manner,
            state=row.state,
            person=called[row.person_id].full_name if row.person_id and row.person_id in called else "",
        )
        for row in rows
    ]
