"""What can happen to an appointment: ids only, never who it is about."""

from datetime import datetime
from uuid import UUID

from domain.kernel.event import Event


class AppointmentBooked(Event):
    """An appointment was booked."""

    appointment_id: UUID
    starts_at: datetime


class AppointmentMoved(Event):
    """An appointment has another time, or another agenda, than the one it had: that place is free again."""

    appointment_id: UUID
    former_agenda_id: UUID
    former_starts_at: datetime
    starts_at: datetime


class AppointmentCancelled(Event):
    """An appointment will not be held: its place is free again."""

    appointment_id: UUID
    agenda_id: UUID
    starts_at: datetime
    is_by_office: bool = False
