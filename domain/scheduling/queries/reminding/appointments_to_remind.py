"""Who is to be reminded now: asked every few minutes, so the answer is found by the time of the appointments."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.notice import NoticeRules, Reminder
from domain.scheduling.permissions import visible_to
from domain.scheduling.queries.waiting.notice_rules import NoticeRulesRow
from domain.scheduling.terms import AppointmentState

MOST = 200
FURTHEST_HOURS = 336
"""No ente reminds earlier than two weeks before."""


@dataclass(frozen=True)
class ToRemind:
    """An appointment, and its place in the list."""

    appointment_id: UUID
    starts_at: datetime


async def appointments_to_remind(work: UnitOfWork, system: System, after: ToRemind | None = None) -> list[ToRemind]:
    """At most MOST appointments with a reminder that is due and not sent, the nearest first, after ``after``.

    Never hidden ones, nor those of people who want none.
    """
    usual = sa.cast(list(NoticeRulesRow().reminder_hours), ARRAY(sa.Integer))
    chosen = sa.func.unnest(sa.func.coalesce(col(NoticeRules.reminder_hours), usual)).table_valued("hours")
    each = chosen.render_derived("each")
    hours = each.c.hours
    starts_at = col(Appointment.starts_at)
    before = starts_at - sa.func.make_interval(0, 0, 0, 0, hours)
    sent = select(Reminder.id).where(
        col(Reminder.appointment_id) == col(Appointment.id),
        col(Reminder.starts_at) == starts_at,
        col(Reminder.hours_before) <= hours,
    )
    wanted = (
        select(Appointment.id, Appointment.starts_at)
        .outerjoin(NoticeRules, col(NoticeRules.ente_id) == col(Appointment.ente_id))
        .join(each, sa.true())
        .where(
            visible_to(system),
            col(Appointment.state) == AppointmentState.BOOKED,
            col(Appointment.wants_reminders),
            sa.not_(col(Appointment.is_hidden)),
            starts_at > work.now,
            starts_at <= sa.literal(work.now) + sa.func.make_interval(0, 0, 0, 0, FURTHEST_HOURS),
            before <= work.now,
            col(Appointment.created_at) <= before,
            sa.not_(sent.exists()),
        )
        .distinct()
        .order_by(starts_at, col(Appointment.id))
        .limit(MOST)
    )
    if after is not None:
        here = sa.tuple_(starts_at, col(Appointment.id))
        wanted = wanted.where(here > sa.tuple_(sa.literal(after.starts_at), sa.literal(after.appointment_id)))
    return [ToRemind(*row) for row in (await work.session.exec(wanted)).all()]
