"""One mechanism for what was true when, and when we believed it: pure, on half-open stretches of days.

What is believed of one thing (a person's residence, say) is a set of stretches of days that never overlap. Something
new about some days ends our belief in what we held of those days; what we held of the days around them goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy.dialects.postgresql import Range

V = TypeVar("V")


@dataclass(frozen=True)
class Stretch:
    """From ``starts_on`` up to the day before ``ends_before``; None: since ever, for ever."""

    starts_on: date | None = None
    ends_before: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it holds no day."""
        return self.starts_on is not None and self.ends_before is not None and self.starts_on >= self.ends_before

    def has(self, day: date) -> bool:
        """Whether ``day`` is one of its days."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_before is None or day < self.ends_before
        )

    def meets(self, other: "Stretch") -> bool:
        """Whether the two have a day in common."""
        return not Stretch(
            _later(self.starts_on, other.starts_on), _earlier(self.ends_before, other.ends_before)
        ).is_empty

    def covers(self, other: "Stretch") -> bool:
        """Whether every day of ``other`` is one of its days."""
        return not other.without(self)

    def without(self, other: "Stretch") -> "list[Stretch]":
        """What remains of it outside ``other``: nothing, one piece, or two."""
        if not self.meets(other):
            return [self]
        before = Stretch(self.starts_on, other.starts_on) if other.starts_on is not None else None
        after = Stretch(other.ends_before, self.ends_before) if other.ends_before is not None else None
        return [piece for piece in (before, after) if piece is not None and not piece.is_empty]


@dataclass(frozen=True)
class Rewriting(Generic[V]):
    """What is not believed any more, and the pieces of it that go on being believed."""

    ended: list[V]
    kept: list[tuple[V, Stretch]]


def rewriting(believed: Iterable[tuple[V, Stretch]], about: Stretch) -> Rewriting[V]:
    """What becomes of ``believed`` when something new is known about the days of ``about``."""
    ended: list[V] = []
    kept: list[tuple[V, Stretch]] = []
    for what, held in believed:
        if held.meets(about):
            ended.append(what)
            kept += [(what, piece) for piece in held.without(about)]
    return Rewriting(ended, kept)


def until_next(starts_on: date | None, believed: Iterable[Stretch]) -> Stretch:
    """From ``starts_on`` on, up to the first day of what is believed to come after it.

    A move of long ago that becomes known today does not undo the move of last year.
    """
    later = [
        held.starts_on for held in believed if held.starts_on and (starts_on is None or held.starts_on > starts_on)
    ]
    return Stretch(starts_on, min(later, default=None))


def stretch_of(held: "Range[date]") -> Stretch:
    """The stretch of a range of days, whichever bounds it has."""
    lower, upper = held.lower, held.upper
    if lower is not None and held.bounds[0] == "(":
        lower = date.fromordinal(lower.toordinal() + 1)
    if upper is not None and held.bounds[1] == "]":
        upper = date.fromordinal(upper.toordinal() + 1)
    return Stretch(lower, upper)


def range_of(stretch: Stretch) -> "Range[date]":
    """The stretch as PostgreSQL keeps it."""
    return Range(stretch.starts_on, stretch.ends_before)


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one is not None and other is not None else one or other


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one is not None and other is not None else one or other
