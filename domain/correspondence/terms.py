"""Words of correspondence."""

from enum import StrEnum


class Channel(StrEnum):
    """By which way a letter goes."""

    EMAIL = "email"


class LetterStatus(StrEnum):
    """Where a letter is."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    UNDELIVERABLE = "undeliverable"
