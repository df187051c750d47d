"""Which free places come nearest to the one that somebody had."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

MOST_TRIES = 5
"""So many places are tried for one person: more would take long, and are far from what they had."""


@dataclass(frozen=True)
class Place:
    """A free place: so many people can have it."""

    agenda_id: UUID
    starts_at: datetime
    ends_at: datetime
    seats_left: int


@dataclass
class Places:
    """Free places that are given away one by one."""

    given: Counter[tuple[UUID, datetime]] = field(default_factory=Counter)

    def nearest(self, free: Iterable[Place], agenda_id: UUID, starts_at: datetime) -> Iterator[Place]:
        """At most MOST_TRIES of ``free`` that are left, those of the same agenda first, then the nearest in time."""
        left = (one for one in free if one.seats_left > self.given[one.agenda_id, one.starts_at])
        ordered = sorted(left, key=lambda one: (one.agenda_id != agenda_id, abs(one.starts_at - starts_at)))
        yield from ordered[:MOST_TRIES]

    def give(self, place: Place) -> None:
        """Somebody has it."""
        self.given[place.agenda_id, place.starts_at] += 1
