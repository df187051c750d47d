"""An agenda on paper, whoever asks for a time of it, and days on which the clock does odd things."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from domain.kernel.clock import ROME
from domain.scheduling.rules.slots import AgendaTime, Asked, Slot
from domain.scheduling.rules.stretches import LATEST, Stretch, Weekly
from domain.scheduling.rules.taken import Busy, Held, Span
from domain.scheduling.rules.wall_time import DAY
from domain.scheduling.terms import Manner, Way

AGENDA, OTHER = UUID(int=1), UUID(int=2)
MONDAY = date(2027, 3, 1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SPRING, AUTUMN, LEAP = date(2027, 3, 28), date(2027, 10, 31), date(2028, 2, 29)


def asking(minutes: int = 30, **more: object) -> Asked:
    """Somebody who may come whenever, in person."""
    usual = Asked(minutes, (Manner.IN_PERSON,), Way.ONLINE, LONG_AGO, LONG_AGO, LATEST)
    return replace(usual, **more)  # pyright: ignore[reportArgumentType]


def an_agenda(*stretches: Stretch, held: Sequence[Span] = (), closed: Sequence[Span] = ()) -> AgendaTime:
    """An agenda with these stretches."""
    return AgendaTime(AGENDA, stretches, Busy(closed), Held(held))


def seconds(span: Sequence[datetime]) -> tuple[int, int]:
    """From when to when, in seconds."""
    return int(span[0].timestamp()), int(span[1].timestamp())


def shown(found: Sequence[Slot]) -> list[str]:
    """What a clock in Rome shows when they begin."""
    return [f"{one.starts_at.astimezone(ROME):%H:%M}" for one in found]


def span(day: date, opens: str, closes: str) -> Span:
    """From hour to hour on the wall."""
    return Span(*(datetime.combine(day, time.fromisoformat(one), ROME).astimezone(UTC) for one in (opens, closes)))


days_around = st.one_of(
    st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    st.sampled_from([SPRING, AUTUMN, LEAP, date(2027, 1, 1), date(2027, 12, 31)]).flatmap(
        lambda day: st.integers(-2, 1).map(lambda number: day + number * DAY)
    ),
)


@st.composite
def stretch_on(draw: st.DrawFn, day: date) -> Stretch:
    """A stretch that is on ``day``, of the week or of that day alone."""
    opens = draw(st.integers(0, 24 * 60 - 2))
    closes = min(24 * 60 - 1, opens + draw(st.integers(1, 360)))
    every = draw(st.integers(1, 8))
    weekly = Weekly(day.weekday(), day - timedelta(weeks=every * 3), None, every)
    return Stretch(
        when=draw(st.sampled_from([day, weekly])),
        opening_time=time(opens // 60, opens % 60),
        closing_time=time(closes // 60, closes % 60),
        step_minutes=draw(st.integers(15, 120)),
        gap_minutes=draw(st.sampled_from([0, 0, 15, 40])),
        seats=draw(st.integers(1, 3)),
    )
