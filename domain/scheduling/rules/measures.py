"""What the measures of agendas are made of: the first free time, shares, minutes offered and held."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.kernel.rounding import rounded
from domain.scheduling.rules.slots import AgendaTime, Asked, Slot, slots
from domain.scheduling.rules.week import stretches_on

HUNDRED = 100
MINUTE = 60
AT_ONCE = 7
"""So many days are reckoned at once while looking for the first free time: most are found in the first week."""


def share(part: int, whole: int, *, is_rounded: bool = False) -> int | None:
    """How many of a hundred; None when there is nothing, or too little to be told to who only counts."""
    if whole <= 0 or (is_rounded and not rounded(whole)):
        return None
    return (HUNDRED * part + whole // 2) // whole


def counted(count: int, *, is_rounded: bool) -> int:
    """A count as it is told: to who only counts, rounded so that nobody is recognised."""
    return rounded(count) if is_rounded else count


def first_slot(agenda: AgendaTime, asked: Asked, days: Sequence[date]) -> Slot | None:
    """The first free time of ``agenda`` in ``days``, which are in order."""
    for at in range(0, len(days), AT_ONCE):
        if found := slots(agenda, asked, days[at : at + AT_ONCE]):
            return found[0]
    return None


def offered_minutes(agenda: AgendaTime, days: Iterable[date]) -> int:
    """How many minutes of places an agenda has on ``days``, closed time left out; two places at once count twice."""
    return sum(
        stretch.seats * stretch.step_minutes
        for day in days
        for stretch in stretches_on(agenda, day)
        for starts_at, ends_at, _is_aligned in stretch.places(day, stretch.step_minutes)
        if not agenda.closed.meets(starts_at, ends_at)
    )


def held_minutes(agenda: AgendaTime) -> int:
    """How many minutes of its places are taken, in the time of which its places are known."""
    held = agenda.held
    return sum(
        held.count[starts_at] * int((ends_at - starts_at).total_seconds() // MINUTE)
        for starts_at, ends_at in zip(held.starts, held.ends, strict=True)
    )
