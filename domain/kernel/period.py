"""A stretch of days from a first day to a last one, both included; the last may be open."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """``starts_on`` included; ``ends_on`` included, or None while it lasts.

    Refuses (ValueError) an end before the start.
    """

    starts_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("a period cannot end before it starts")

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
