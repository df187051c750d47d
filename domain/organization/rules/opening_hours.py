"""When an office is open in a week: which stretches overlap, and how the week is told in few lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, order=True)
class Stretch:
    """From ``opening_time`` to ``closing_time`` on a weekday (0 = Monday)."""

    weekday: int
    opening_time: time
    closing_time: time

    def overlaps(self, other: "Stretch") -> bool:
        """Whether some minute belongs to both; one may open when the other closes."""
        if self.weekday != other.weekday:
            return False
        return self.opening_time < other.closing_time and other.opening_time < self.closing_time


@dataclass(frozen=True)
class OpeningLine:
    """The days that share the same hours, and those hours."""

    weekdays: tuple[int, ...]
    stretches: tuple[tuple[time, time], ...]


def backward(stretches: Sequence[Stretch]) -> tuple[int, ...]:
    """The positions of the stretches that do not close after they open."""
    return tuple(index for index, stretch in enumerate(stretches) if stretch.closing_time <= stretch.opening_time)


def overlapping(stretches: Sequence[Stretch]) -> tuple[int, ...]:
    """The positions of the stretches that overlap one written before them."""
    return tuple(
        index
        for index, stretch in enumerate(stretches)
        if any(stretch.overlaps(earlier) for earlier in stretches[:index])
    )


def week(stretches: Iterable[Stretch]) -> tuple[OpeningLine, ...]:
    """The week in few lines: days with the same hours together, by their first day; closed days left out."""
    by_day: dict[int, list[tuple[time, time]]] = {}
    for stretch in sorted(stretches):
        by_day.setdefault(stretch.weekday, []).append((stretch.opening_time, stretch.closing_time))
    by_hours: dict[tuple[tuple[time, time], ...], list[int]] = {}
    for weekday, hours in by_day.items():
        by_hours.setdefault(tuple(hours), []).append(weekday)
    return tuple(OpeningLine(tuple(weekdays), hours) for hours, weekdays in by_hours.items())
