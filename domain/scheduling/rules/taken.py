"""What of a time is already taken: closed, held by others, counted in seconds because numbers are quick."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from math import ceil, floor
from typing import NamedTuple
from uuid import UUID


class Span(NamedTuple):
    """From ``starts_at`` until before ``ends_at``."""

    starts_at: datetime
    ends_at: datetime


class Busy:
    """Spans in which something cannot be had, whatever for. Counted in seconds: numbers are quick."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Join what overlaps, so that one look tells."""
        self.froms: list[int] = []
        self.tos: list[int] = []
        for starts_at, ends_at in sorted(spans):
            first, last = floor(starts_at.timestamp()), ceil(ends_at.timestamp())
            if self.tos and first <= self.tos[-1]:
                self.tos[-1] = max(self.tos[-1], last)
            else:
                self.froms.append(first)
                self.tos.append(last)

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether some moment from ``starts_at`` until before ``ends_at`` is one of them."""
        return self.met(floor(starts_at.timestamp()), ceil(ends_at.timestamp()))

    def met(self, first: int, last: int) -> bool:
        """The same in seconds."""
        before = bisect_left(self.froms, last)
        return before > 0 and self.tos[before - 1] > first


class Held:
    """The places of one agenda that are taken: together only when they begin together. Counted in seconds."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """The places that these spans take."""
        self._count((floor(one.timestamp()), ceil(other.timestamp())) for one, other in spans)

    @classmethod
    def of_seconds(cls, froms: Iterable[int], tos: Iterable[int]) -> "Held":
        """Those that begin at ``froms`` and end, in the same order, at ``tos``."""
        made = cls()
        made._count(zip(froms, tos, strict=True))
        return made

    def _count(self, spans: Iterable[tuple[int, int]]) -> None:
        last: dict[int, int] = {}
        self.together: dict[int, int] = {}
        for first, end in spans:
            self.together[first] = self.together.get(first, 0) + 1
            last[first] = max(end, last.get(first, end))
        self.froms = sorted(last)
        # until when nobody else fits: an earlier one may end later than those after it
        self.tos = list(accumulate((last[one] for one in self.froms), max))

    @property
    def starts(self) -> list[datetime]:
        """When they begin, each moment once, in order."""
        return [datetime.fromtimestamp(one, UTC) for one in self.froms]

    @property
    def ends(self) -> list[datetime]:
        """When the last of those that have begun by then ends, in the order of ``starts``."""
        return [datetime.fromtimestamp(one, UTC) for one in self.tos]

    @property
    def count(self) -> dict[datetime, int]:
        """How many begin together."""
        return {datetime.fromtimestamp(one, UTC): number for one, number in self.together.items()}

    def seats_taken(self, starts_at: datetime, ends_at: datetime, gap: timedelta) -> int | None:
        """How many begin just then; None where another is in the way, or nearer than ``gap``."""
        return self.taken(floor(starts_at.timestamp()), ceil(ends_at.timestamp()), int(gap.total_seconds()))

    def taken(self, first: int, last: int, gap: int) -> int | None:
        """The same in seconds."""
        at = bisect_left(self.froms, first)
        if at > 0 and self.tos[at - 1] + gap > first:
            return None
        taken = self.together.get(first, 0)
        after = at + 1 if taken else at
        if after < len(self.froms) and self.froms[after] < last + gap:
            return None
        return taken


@dataclass(frozen=True)
class Someone:
    """A resource: ``closed`` when it is not there, ``held`` by which agenda."""

    closed: Busy
    held: Sequence[tuple[UUID, int, int]] = ()

    def is_free(self, agenda_id: UUID, starts: int, ends: int) -> bool:
        """Whether ``agenda_id`` may have it then, in seconds: people received together share it."""
        if self.closed.met(starts, ends):
            return False
        return all(
            first >= ends or last <= starts or (holder == agenda_id and first == starts)
            for holder, first, last in self.held
        )
