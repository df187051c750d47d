"""What is believed of the world: for which days it holds, and from when to when we believed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import TSTZRANGE, Range
from sqlmodel import Field

from domain.kernel.actor import Actor, Operator
from domain.platform.tables import Days, Table, column, word
from domain.registry.rules.timelines import Stretch, range_of, rewriting, stretch_of
from domain.registry.terms import FactSource

Instants = TSTZRANGE
K = TypeVar("K", bound="Known")
TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Origin:
    """From whom a thing is known, which operator writes it down, and why."""

    source: FactSource
    author_id: UUID | None = None
    reason: str = ""

    @classmethod
    def of(cls, actor: Actor, source: FactSource, reason: str = "") -> "Origin":
        """Written down by ``actor``."""
        return cls(source, actor.operator_id if isinstance(actor, Operator) else None, reason)


class Known(Table):
    """Base of bitemporal rows: never changed, only not believed any more from an instant on.

    ``held_during`` are the days in the real world, ``known_during`` the instants in which the ente believed it.
    ``source`` says from whom it is, ``author_id`` the operator who wrote it, ``reason`` why; ``dropped_by_id`` and
    ``dropped_reason`` say the same of the end of the belief.
    """

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    held_during: Range[date] = column(Days)
    known_during: Range[datetime] = column(Instants)
    source: FactSource = word(FactSource)
    author_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    reason: str = ""
    dropped_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    dropped_reason: str = ""

    @property
    def stretch(self) -> Stretch:
        """The days for which it holds."""
        return stretch_of(self.held_during)

    @property
    def known_from(self) -> datetime:
        """Since when the ente has believed it."""
        assert self.known_during.lower is not None, "every belief has a beginning"
        return self.known_during.lower

    @property
    def is_believed(self) -> bool:
        """Whether nothing has taken its place."""
        return self.known_during.upper is None

    def drop(self, at: datetime, origin: Origin) -> None:
        """From ``at`` on it is not believed any more; what was believed before stays readable."""
        self.known_during = Range(self.known_from, at)
        self.dropped_by_id, self.dropped_reason = origin.author_id, origin.reason

    def piece(self: K, stretch: Stretch, at: datetime) -> K:
        """The same, for some of its days only, believed from ``at`` on."""
        facts: dict[str, Any] = self.model_dump(exclude={"id", "created_at", "held_during", "known_during"})
        facts |= {"dropped_by_id": None, "dropped_reason": "", "id": uuid4()}
        return type(self)(held_during=range_of(stretch), known_during=Range(at, None), **facts)


def moment_after(known: Sequence[Known], now: datetime) -> datetime:
    """``now``, or the first instant after all of ``known`` was written: who waited for a lock comes later."""
    return max([now, *(one.known_from + TICK for one in known)])


def make_room(known: Sequence[K], about: Stretch, at: datetime, origin: Origin) -> list[K]:
    """Drop what is believed of the days of ``about``; give back the pieces around them, which must be added."""
    change = rewriting([(one, one.stretch) for one in known if one.is_believed], about)
    for one in change.ended:
        one.drop(at, origin)
    return [one.piece(stretch, at) for one, stretch in change.kept]
