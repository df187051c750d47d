"""What messages may say of an appointment."""

from datetime import datetime

from domain.platform.language import SpokenInstant
from domain.scheduling.model.appointment import Appointment


def message_tags(appointment: Appointment) -> dict[str, str]:
    """What the words of a message may say of it, in the language of the person."""
    tags = {"quando": _spoken(appointment.starts_at, appointment.language)}
    if appointment.answer_by is not None:
        tags["entro"] = _spoken(appointment.answer_by, appointment.language)
    return tags


def _spoken(instant: datetime, language: str) -> str:
    return SpokenInstant(instant).in_(language)
