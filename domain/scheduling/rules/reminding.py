"""When somebody is reminded of an appointment."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID


def reminder_due(starts_at: datetime, booked_at: datetime, hours_before: Collection[int], now: datetime) -> int | None:
    """Which of the reminders is due now, as its hours before; None when none is, or the appointment has begun.

    Hours are hours of real time, also in nights that have one more or one less. Of several that are due the nearest
    is sent: who was not reminded in time hears it once. What was due before somebody booked is not sent at all.
    """
    if now >= starts_at:
        return None
    come = (
        hours
        for hours in hours_before
        if booked_at <= starts_at - timedelta(hours=hours) <= now  # an appointment made later was just confirmed
    )
    return min(come, default=None)


def reminder_key(appointment_id: UUID, starts_at: datetime, hours_before: int) -> str:
    """What names one reminder, also among the messages."""
    return f"appointment-reminder:{appointment_id}:{starts_at.timestamp():.0f}:{hours_before}"
