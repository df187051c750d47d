"""Until when somebody changes an appointment by themselves."""

from datetime import datetime, timedelta

from domain.kernel.actor import Actor, Operator, System
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.refusals import TooLateToChange


def is_in_time(agenda: Agenda, found: Appointment, now: datetime) -> bool:
    """Whether the person can still move or cancel it without asking the office."""
    return now <= found.starts_at - timedelta(minutes=agenda.cancel_minutes)


def refuse_too_late(actor: Actor, agenda: Agenda, found: Appointment, now: datetime) -> None:
    """Refuse TooLateToChange; the office can always change it."""
    if not isinstance(actor, Operator | System) and not is_in_time(agenda, found, now):
        raise TooLateToChange
