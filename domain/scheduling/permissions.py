"""Who keeps agendas, who receives people, and which appointments somebody knows of: yes or no, and as SQL filters.

Row security hides protected people, and what is hidden for other offices, besides.
"""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.invitation import BookingInvitation


def may_keep_agendas(actor: Actor, ente_id: UUID, office_id: UUID | None) -> bool:
    """Whether ``actor`` opens and changes what an office offers: its head, or who administers the ente.

    ``office_id`` None is the whole ente, which only an administrator closes.
    """
    match actor:
        case System():
            return actor.enti is None or ente_id in actor.enti
        case Operator():
            if actor.has(Role.OFFICE_HEAD) and office_id is not None and office_id == actor.office_id:
                return True
            return (actor.has(Role.ENTE_ADMIN) and ente_id == actor.ente_id) or (
                actor.has(Role.AMBITO_ADMIN) and ente_id in actor.enti
            )
        case _:
            return False


def may_set_needs(actor: Actor, ente_id: UUID) -> bool:
    """Whether ``actor`` says for what people are seen in an ente: any head of an office of it, or an administrator."""
    if isinstance(actor, Operator) and actor.has(Role.OFFICE_HEAD) and ente_id == actor.ente_id:
        return True
    return may_keep_agendas(actor, ente_id, None)


def may_receive(operator: Operator) -> bool:
    """Whether ``operator`` books for people and sees who is expected."""
    return operator.has(*DESK_ROLES)


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may know of an appointment.

    An operator knows those of the own office, an administrator those of the ente; a citizen the own ones, those of
    whom they represent in everything, and those they booked, also by a delegation for one service.
    """
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Appointment.ente_id).in_(actor.enti)
        case Citizen():
            mine = col(Appointment.person_id).in_(_represented(actor))
            return sa.or_(mine, col(Appointment.booked_by_id) == actor.person_id)
        case Operator():
            return _expected(actor)
        case _:
            return sa.false()


def _represented(citizen: Citizen) -> list[UUID]:
    """Themselves, whom they look after, and who has delegated them in everything."""
    return [*citizen.people, *(one.person_id for one in citizen.mandates if one.covers(one.person_id, None, None))]


def _expected(operator: Operator) -> sa.ColumnElement[bool]:
    office = col(Appointment.office_id) == operator.office_id
    if operator.has(*ADMIN_ROLES):
        return sa.or_(office, sa.and_(col(Appointment.ente_id).in_(operator.enti), sa.not_(col(Appointment.is_hidden))))
    return sa.and_(office) if may_receive(operator) else sa.false()


def invitation_visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may know of an invitation to book.

    An operator knows those of the own office and those they sent, an administrator those of the ente; a citizen the
    own ones, and those of whom they represent in everything.
    """
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(BookingInvitation.ente_id).in_(actor.enti)
        case Citizen():
            return col(BookingInvitation.person_id).in_(_represented(actor))
        case Operator():
            if actor.has(*ADMIN_ROLES):
                return col(BookingInvitation.ente_id).in_(actor.enti)
            if not may_receive(actor):
                return sa.false()
            return sa.or_(
                col(BookingInvitation.office_id) == actor.office_id,
                col(BookingInvitation.invited_by_id) == actor.operator_id,
            )
        case _:
            return sa.false()
