"""Free times of an agenda: what its stretches offer, without what is closed or taken. No row is a slot."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import ceil
from typing import NamedTuple
from uuid import UUID

from domain.scheduling.rules.stretches import Place, Stretch
from domain.scheduling.rules.taken import Busy, Held, Someone
from domain.scheduling.terms import Manner, Way


class Slot(NamedTuple):
    """A free time; ``seats_left`` people can still be received together."""

    starts_at: datetime
    ends_at: datetime
    manners: tuple[Manner, ...]
    seats_left: int


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
    of_weekday: dict[int, list[Offer]] = {}
    for stretch in agenda.stretches:
        if (one := _offer(stretch, asked)) is not None:
            of_weekday.setdefault(stretch.weekday, []).append(one)
    for day in days:
        on = [one for one in of_weekday.get(day.weekday(), ()) if one[0].is_on(day)]
        if day in agenda.days_off:
            on = [one for one in on if isinstance(one[0].when, date)]
        if on:
            found += _of_day(agenda, asked, day, on)
    return found


Offer = tuple[Stretch, tuple[Manner, ...], int]
"""A stretch, how one can meet in it, and before which second something must begin."""


def _offer(stretch: Stretch, asked: Asked) -> Offer | None:
    manners = tuple(one for one in asked.manners if one in stretch.manners)
    before = stretch.opens_to(asked.way, asked.now)
    if not manners or before is None or (asked.manner and asked.manner not in manners):
        return None
    return stretch, manners, ceil(min(before, asked.before_at).timestamp())


def _of_day(agenda: AgendaTime, asked: Asked, day: date, offers: Sequence[Offer]) -> list[Slot]:
    """First what fills the stretches without leaving rests, then what still fits between."""
    chosen = _Chosen(agenda)
    rests: list[tuple[Offer, Place]] = []
    first = ceil(asked.from_at.timestamp())
    for offer in offers:
        for place in offer[0].counted(day, asked.minutes):
            if not first <= place[0] < offer[2]:
                continue
            if place[2]:
                chosen.take(offer, place)
            else:
                rests.append((offer, place))
    for offer, place in rests:
        chosen.take(offer, place)
    return chosen.slots


class _Chosen:
    """The free times of one day of an agenda, in order, as they are found."""

    def __init__(self, agenda: AgendaTime) -> None:
        self.agenda = agenda
        self.slots: list[Slot] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def take(self, offer: Offer, place: Place) -> None:
        """Keep the place if nothing is in its way."""
        (stretch, manners, _before), (starts, ends, _is_aligned, starts_at, ends_at) = offer, place
        gap, held = 60 * stretch.gap_minutes, self.agenda.held
        if held.together.get(starts, 0) >= stretch.seats:  # most places of a full month end here
            return
        at = bisect_left(self.starts, starts)
        if (at > 0 and self.ends[at - 1] + gap > starts) or (at < len(self.starts) and self.starts[at] < ends + gap):
            return
        taken = held.taken(starts, ends, gap)
        if taken is None or self.agenda.closed.met(starts, ends):
            return
        interpreters, agenda_id = self.agenda.interpreters, self.agenda.agenda_id
        if interpreters is not None and not any(one.is_free(agenda_id, starts, ends) for one in interpreters):
            return
        self.starts.insert(at, starts)
        self.ends.insert(at, ends)
        self.slots.insert(at, Slot(starts_at, ends_at, manners, stretch.seats - taken))
