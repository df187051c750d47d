"""What can happen with agendas and appointments."""

from datetime import datetime
from uuid import UUID

from domain.kernel.event import Event


class AppointmentBooked(Event):
    """Somebody is expected."""

    appointment_id: UUID
    agenda_id: UUID
    office_id: UUID


class AppointmentMoved(Event):
    """Somebody is expected at another time, or elsewhere; ``from_agenda_id`` has a place free, at the old time."""

    appointment_id: UUID
    agenda_id: UUID
    office_id: UUID
    from_agenda_id: UUID
    from_starts_at: datetime | None = None


class AppointmentCancelled(Event):
    """Somebody does not come any more: a place of the agenda is free again."""

    appointment_id: UUID
    agenda_id: UUID
    office_id: UUID
    is_by_office: bool


class LateAnnounced(Event):
    """Who is expected today has said that they come late; ``by_id`` is the operator who wrote it down for them."""

    appointment_id: UUID
    by_id: UUID | None = None


class TimeClosed(Event):
    """Nobody is received in a stretch of time in which somebody might be expected already."""

    closure_id: UUID


class OfferEnded(Event):
    """A place that was kept for somebody is free again: they did not want it, or did not answer in time."""

    appointment_id: UUID
    agenda_id: UUID
    starts_at: datetime


class BookingInvited(Event):
    """Somebody is asked to choose a time for an appointment by themselves."""

    invitation_id: UUID
    office_id: UUID
