"""The day of an office: who is expected when, by whom, and who is there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import NameRow, names
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.resource import AgendaResource, Resource
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.day.day_row import DayRow
from domain.scheduling.queries.day.noted import note_shown
from domain.scheduling.terms import AppointmentState, ResourceKind

MOST = 500
"""Appointments of one office on one day; more are not shown on one sheet."""


async def day_sheet(
    work: UnitOfWork,
    operator: Operator,
    office_id: UUID,
    day: date,
    *,
    agenda_id: UUID | None = None,
    received_by: UUID | None = None,
) -> Sequence[DayRow]:
    """The appointments of ``day`` in an office by hour, without what was only offered; three questions, at most 500.

    Those of one agenda, or those that an operator receives, where given. That each person was read is noted.
    """
    asked: list[Any] = [
        col(Appointment.office_id) == office_id,
        col(Appointment.starts_at) >= midnight(day),
        col(Appointment.starts_at) < midnight(day + timedelta(days=1)),
        col(Appointment.state) != AppointmentState.OFFERED,
    ]
    if agenda_id is not None:
        asked.append(col(Appointment.agenda_id) == agenda_id)
    if received_by is not None:
        asked.append(col(Appointment.agenda_id).in_(_agendas_of(received_by)))
    return await rows_where(work, operator, *asked)


def _agendas_of(operator_id: UUID) -> Any:
    same = col(Resource.id) == col(AgendaResource.resource_id)
    return select(AgendaResource.agenda_id).join(Resource, same).where(col(Resource.operator_id) == operator_id)


async def rows_where(work: UnitOfWork, operator: Operator, *conditions: Any) -> list[DayRow]:
    """The appointments that meet ``conditions`` and that ``operator`` may know of, by hour; three questions."""
    statement: Any = (
        sa.select(Appointment, Agenda, col(Need.name))
        .join(Agenda, col(Agenda.id) == col(Appointment.agenda_id))
        .outerjoin(Need, col(Need.id) == col(Appointment.need_id))
        .where(visible_to(operator), *conditions)
        .order_by(col(Appointment.starts_at), col(Agenda.name), col(Appointment.id))
        .limit(MOST)
    )
    found = (await work.session.exec(statement)).all()
    people = await names(work, [one.person_id for one, *_ in found if one.person_id])
    interpreters = await _interpreters(work, [one.id for one, *_ in found])
    rows = []
    for one, agenda, need in found:
        known = people.get(one.person_id) if one.person_id else None
        if known is not None:
            note_shown(work, one.id, ente_id=one.ente_id, person_id=one.person_id)
        rows.append(_row(work, one, agenda, need or {}, known, interpreters.get(one.id, ())))
    return rows


async def _interpreters(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    if not ids:
        return {}
    statement = (
        select(ResourceHold.appointment_id, Resource.name)
        .join(Resource, col(Resource.id) == col(ResourceHold.resource_id))
        .where(col(ResourceHold.appointment_id).in_(ids), col(Resource.kind) == ResourceKind.INTERPRETER)
        .order_by(col(Resource.name))
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for appointment_id, name in (await work.session.exec(statement)).all():
        found[appointment_id] = (*found.get(appointment_id, ()), name)
    return found


def _row(
    work: UnitOfWork,
    one: Appointment,
    agenda: Agenda,
    need: dict[str, str],
    known: NameRow | None,
    interpreters: tuple[str, ...],
) -> DayRow:
    plain = {name: getattr(one, name) for name in PLAIN}
    is_secret = one.person_id is not None and known is None
    given = f"{one.given_name} {one.family_name}".strip()
    return DayRow(
        **plain,
        agenda=agenda.name,
        place=agenda.place,
        need=need,
        interpreters=interpreters,
        person_id=None if is_secret else one.person_id,
        full_name="" if is_secret else (known.full_name if known else given),
        given_name="" if one.person_id else one.given_name,
        family_name="" if one.person_id else one.family_name,
        phone="" if is_secret else one.phone,
        note="" if is_secret else one.note,
        is_overdue=one.state is AppointmentState.BOOKED and one.starts_at < work.now,
    )


PLAIN = (
    "id",
    "office_id",
    "agenda_id",
    "need_id",
    "starts_at",
    "ends_at",
    "state",
    "manner",
    "way",
    "language",
    "code",
    "is_hidden",
    "late_at",
    "arrived_at",
)
