"""How many appointments ahead somebody has, and may have."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.booking import BookingRules
from domain.scheduling.refusals import TooManyAppointments
from domain.scheduling.terms import AppointmentState

AHEAD = (AppointmentState.BOOKED, AppointmentState.ARRIVED)


async def booking_rules(work: UnitOfWork, ente_id: UUID) -> BookingRules:
    """What the ente has decided; where it has not, what the program comes with."""
    found = await work.session.exec(select(BookingRules).where(col(BookingRules.ente_id) == ente_id))
    return found.one_or_none() or BookingRules(ente_id=ente_id)


async def refuse_hoarding(
    work: UnitOfWork, ente_id: UUID, need_id: UUID, *, person_id: UUID | None, email: str, phone: str
) -> None:
    """Refuse TooManyAppointments to a person, or a contact, who has as many ahead as the ente allows.

    A person counts by themselves, whoever books; without one the e-mail address and the telephone do. For the program.
    """
    rules = await booking_rules(work, ente_id)
    ahead = (await work.session.exec(_ahead(work.now, person_id, email, phone).limit(rules.most_in_all))).all()
    if sum(one == need_id for one in ahead) >= rules.most_per_need:
        raise TooManyAppointments
    if len(ahead) >= rules.most_in_all:
        raise TooManyAppointments(
            _("Hai già tanti appuntamenti da fare. Per averne un altro disdici uno di quelli, oppure chiamaci.")
        )


def _ahead(now: datetime, person_id: UUID | None, email: str, phone: str) -> sa.Select[tuple[UUID | None]]:
    if person_id is not None:
        is_theirs: sa.ColumnElement[bool] = col(Appointment.person_id) == person_id
    else:
        by_contact = [
            column == value
            for column, value in ((col(Appointment.email), email), (col(Appointment.phone), phone))
            if value
        ]
        is_theirs = sa.and_(col(Appointment.person_id).is_(None), sa.or_(sa.false(), *by_contact))
    is_ahead = (col(Appointment.state).in_(AHEAD), col(Appointment.ends_at) > now)
    return sa.select(col(Appointment.need_id)).where(is_theirs, *is_ahead).order_by(col(Appointment.starts_at))
