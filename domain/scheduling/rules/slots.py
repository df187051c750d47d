"""Free times of an agenda: what its stretches offer, without what is closed or taken. No row is a slot."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from domain.scheduling.rules.stretches import Stretch
from domain.scheduling.terms import Manner, Way


class Span(NamedTuple):
    """From ``starts_at`` until before ``ends_at``."""

    starts_at: datetime
    ends_at: datetime


class Slot(NamedTuple):
    """A free time; ``seats_left`` people can still be received together."""

    starts_at: datetime
    ends_at: datetime
    manners: tuple[Manner, ...]
    seats_left: int


class Busy:
    """Spans in which something cannot be had, whatever for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Join what overlaps, so that one look tells."""
        self.starts: list[datetime] = []
        self.ends: list[datetime] = []
        for starts_at, ends_at in sorted(spans):
            if self.ends and starts_at <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], ends_at)
            else:
                self.starts.append(starts_at)
                self.ends.append(ends_at)

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether some moment from ``starts_at`` until before ``ends_at`` is one of them."""
        before = bisect_left(self.starts, ends_at)
        return before > 0 and self.ends[before - 1] > starts_at


class Held:
    """The places of one agenda that are taken: together only when they begin together."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Count those that begin together."""
        ends: dict[datetime, datetime] = {}
        self.count: dict[datetime, int] = {}
        for starts_at, ends_at in spans:
            self.count[starts_at] = self.count.get(starts_at, 0) + 1
            ends[starts_at] = max(ends_at, ends.get(starts_at, ends_at))
        self.starts = sorted(ends)
        self.ends = [ends[one] for one in self.starts]

    def seats_taken(self, starts_at: datetime, ends_at: datetime, gap: timedelta) -> int | None:
        """How many begin just then; None where another is in the way, or nearer than ``gap``."""
        at = bisect_left(self.starts, starts_at)
        if at > 0 and self.ends[at - 1] + gap > starts_at:
            return None
        taken = self.count.get(starts_at, 0)
        after = at + 1 if taken else at
        if after < len(self.starts) and self.starts[after] < ends_at + gap:
            return None
        return taken


@dataclass(frozen=True)
class Someone:
    """A resource: ``closed`` when it is not there, ``held`` by which agenda."""

    closed: Busy
    held: Sequence[tuple[UUID, Span]] = ()

    def is_free(self, agenda_id: UUID, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether ``agenda_id`` may have it then: people received together share it."""
        if self.closed.meets(starts_at, ends_at):
            return False
        return all(
            span.starts_at >= ends_at or span.ends_at <= starts_at or (holder == agenda_id and span[0] == starts_at)
            for holder, span in self.held
        )


@dataclass(frozen=True)
class AgendaTime:
    """All that says when an agenda has time. ``interpreters`` None: none is wanted; else one of them must be free."""

    agenda_id: UUID
    stretches: Sequence[Stretch]
    closed: Busy
    held: Held
    interpreters: Sequence[Someone] | None = None
    days_off: frozenset[date] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Asked:
    """What somebody needs, and within which instants it may begin; ``way`` is where they ask, ``now`` when."""

    minutes: int
    manners: tuple[Manner, ...]
    way: Way
    now: datetime
    from_at: datetime
    before_at: datetime
    manner: Manner | None = None


def slots(agenda: AgendaTime, asked: Asked, days: Iterable[date]) -> list[Slot]:
    """The free times on ``days``, in order; none overlaps another. A day off closes the week, not what is extra."""
    found: list[Slot] = []
    open_to = [one for stretch in agenda.stretches if (one := _offer(stretch, asked)) is not None]
    for day in days:
        on = [one for one in open_to if one[0].is_on(day)]
        if day in agenda.days_off:
            on = [one for one in on if isinstance(one[0].when, date)]
        if on:
            found += _of_day(agenda, asked, day, on)
    return found


Offer = tuple[Stretch, tuple[Manner, ...], datetime]


def _offer(stretch: Stretch, asked: Asked) -> Offer | None:
    manners = tuple(one for one in asked.manners if one in stretch.manners)
    before = stretch.opens_to(asked.way, asked.now)
    if not manners or before is None or (asked.manner and asked.manner not in manners):
        return None
    return stretch, manners, min(before, asked.before_at)


def _of_day(agenda: AgendaTime, asked: Asked, day: date, offers: Sequence[Offer]) -> list[Slot]:
    """First what fills the stretches without leaving rests, then what still fits between."""
    chosen: list[Slot] = []
    rests: list[tuple[Offer, datetime, datetime]] = []
    for offer in offers:
        for starts_at, ends_at, is_aligned in offer[0].places(day, asked.minutes):
            if not asked.from_at <= starts_at < offer[2]:
                continue
            if is_aligned:
                _take(agenda, offer, starts_at, ends_at, chosen)
            else:
                rests.append((offer, starts_at, ends_at))
    for offer, starts_at, ends_at in rests:
        _take(agenda, offer, starts_at, ends_at, chosen)
    return chosen


def _take(agenda: AgendaTime, offer: Offer, starts_at: datetime, ends_at: datetime, chosen: list[Slot]) -> None:
    stretch, manners, _before = offer
    gap = timedelta(minutes=stretch.gap_minutes)
    at = bisect_left(chosen, (starts_at,))  # pyright: ignore[reportArgumentType] - a shorter tuple comes before
    if (at > 0 and chosen[at - 1].ends_at + gap > starts_at) or (
        at < len(chosen) and chosen[at].starts_at < ends_at + gap
    ):
        return
    taken = agenda.held.seats_taken(starts_at, ends_at, gap)
    if taken is None or taken >= stretch.seats or agenda.closed.meets(starts_at, ends_at):
        return
    if agenda.interpreters is not None and not any(
        one.is_free(agenda.agenda_id, starts_at, ends_at) for one in agenda.interpreters
    ):
        return
    insort(chosen, Slot(starts_at, ends_at, manners, stretch.seats - taken))
