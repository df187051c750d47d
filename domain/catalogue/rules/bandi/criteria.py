"""The criteria of a bando and their points. One function counts: for who tries it out and for the office."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic import Field as Limited

from domain.catalogue.rules import conditions
from domain.catalogue.terms.bandi import MOST_BANDS, POINT
from domain.platform.localised import Localised

MOST_POINTS = 1000 * POINT
Points = Annotated[int, Limited(ge=-MOST_POINTS, le=MOST_POINTS)]


class Band(BaseModel):
    """``points`` for a value up to ``up_to``, included (cents, hundredths or units); None: for all that is higher."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    up_to: int | None = None
    points: Points


class Criterion(BaseModel):
    """Points for a condition that holds, or for the band in which a value falls.

    ``label`` is what everybody reads, ``source`` the article of the act that wants it. ``condition`` with ``points``,
    or ``value`` with ``bands`` in rising order. Points are whole hundredths.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    label: Localised
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    condition: dict[str, Any] | None = None
    points: Points = 0
    value: dict[str, Any] | None = None
    bands: Annotated[tuple[Band, ...], Limited(max_length=MOST_BANDS)] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "Criterion":
        if (self.condition is None) == (self.value is None):
            raise ValueError("a criterion looks at a condition or at a value")
        if (self.value is None) == bool(self.bands):
            raise ValueError("a value has bands, a condition has none")
        tops = [band.up_to for band in self.bands]
        closed = [top for top in tops if top is not None]
        if None in tops[:-1] or closed != sorted(set(closed)):
            raise ValueError("the bands rise")
        conditions.check(self.condition if self.condition is not None else self.value)
        return self

    @property
    def variables(self) -> frozenset[str]:
        """The answers at which it looks."""
        return conditions.variables(self.condition) | conditions.variables(self.value)

    @property
    def highest(self) -> int:
        """The most points that it can give."""
        return max([0, self.points, *(band.points for band in self.bands)])

    def given(self, facts: Mapping[str, Any]) -> int:
        """Its points for ``facts``; none for an answer that is not there."""
        if self.condition is not None:
            return self.points if conditions.holds(self.condition, facts) else 0
        found = conditions.value(self.value or {}, facts)
        if type(found) is not int:
            return 0
        return next((band.points for band in self.bands if band.up_to is None or found <= band.up_to), 0)


@dataclass(frozen=True)
class ScoreLine:
    """The points that one criterion gives, of the most that it could."""

    key: str
    label: Localised
    source: str
    points: int
    highest: int


@dataclass(frozen=True)
class Score:
    """All the points, criterion by criterion; whole hundredths."""

    lines: tuple[ScoreLine, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(line.points for line in self.lines)

    @property
    def highest(self) -> int:
        """The most that anybody could have."""
        return sum(line.highest for line in self.lines)


def score(criteria: Iterable[Criterion], facts: Mapping[str, Any]) -> Score:
    """What ``criteria`` give for ``facts``, the answers as conditions see them. The order of answers counts nothing."""
    return Score(tuple(_line(one, one.given(facts)) for one in criteria))


def score_kept(criteria: Sequence[Criterion], points: Mapping[str, int]) -> Score:
    """A score as it was counted then: ``points`` by the key of the criterion."""
    return Score(tuple(_line(one, points.get(one.key, 0)) for one in criteria))


def _line(one: Criterion, points: int) -> ScoreLine:
    return ScoreLine(one.key, one.label, one.source, points, one.highest)
