"""The frame of every measurement: prepare data, measure a floor and the real thing in turn, judge by ratios.

Absolute times say more of the machine than of the program. So every scenario brings a floor, the least that the
same machine could do, measured in the same run; targets are ratios to it.
"""

import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

WARM_UP = 3
Tell = Callable[[str], None]
Clock = Callable[[], float]
"""Seconds that go by; a scenario that only computes may have a ``clock`` of its own, that of the processor."""


@dataclass(frozen=True)
class Target:
    """``figure`` of the real thing may be at most ``at_most`` times the same figure of the floor."""

    figure: str
    at_most: float


class Scenario(Protocol):
    """Something worth measuring. Each call of ``floor`` and of ``subject`` is one repetition."""

    @property
    def name(self) -> str:
        """The word by which it is asked for."""
        ...

    @property
    def about(self) -> str:
        """What is measured, in Italian."""
        ...

    @property
    def floor_about(self) -> str:
        """What the floor is, in Italian."""
        ...

    @property
    def targets(self) -> Sequence[Target]:
        """What must hold."""
        ...

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        """Make the data for so many repetitions, saying how it goes."""
        ...

    async def floor(self, number: int) -> None:
        """The least that could be done."""
        ...

    async def subject(self, number: int) -> None:
        """The real thing."""
        ...

    async def check(self) -> None:
        """Raise where the measured work did not have its effect: a fast mistake is no result."""
        ...


@dataclass(frozen=True)
class Figures:
    """Milliseconds for one repetition: half are faster than ``median``, 95 in 100 than ``p95``."""

    best: float
    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Figures":
        """The figures of some repetitions."""
        ordered = sorted(second * 1000 for second in seconds)
        last = min(len(ordered) - 1, int(len(ordered) * 0.95))
        return cls(round(ordered[0], 3), round(statistics.median(ordered), 3), round(ordered[last], 3))


@dataclass(frozen=True)
class Verdict:
    """A target and what was measured; it holds where the ratio is not above it."""

    figure: str
    ratio: float
    at_most: float

    @property
    def holds(self) -> bool:
        """Whether the target was met."""
        return self.ratio <= self.at_most


@dataclass(frozen=True)
class Outcome:
    """What came out of one scenario."""

    scenario: str
    repetitions: int
    floor: Figures
    subject: Figures
    verdicts: tuple[Verdict, ...]

    @property
    def holds(self) -> bool:
        """Whether every target was met."""
        return all(verdict.holds for verdict in self.verdicts)

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines."""
        return asdict(self) | {"holds": self.holds}


async def measure(scenario: Scenario, repetitions: int, tell: Tell) -> Outcome:
    """Prepare, warm up, then measure floor and subject in turn, so that a busy moment falls on both."""
    await scenario.prepare(repetitions + WARM_UP, tell)
    tell("Misuro…")
    floors, subjects = [], []
    clock: Clock = getattr(scenario, "clock", time.perf_counter)
    for number in range(repetitions + WARM_UP):
        floors.append(await _timed(scenario.floor, number, clock))
        subjects.append(await _timed(scenario.subject, number, clock))
    await scenario.check()
    floor, subject = Figures.of(floors[WARM_UP:]), Figures.of(subjects[WARM_UP:])
    return Outcome(scenario.name, repetitions, floor, subject, judge(scenario.targets, floor, subject))


def judge(targets: Sequence[Target], floor: Figures, subject: Figures) -> tuple[Verdict, ...]:
    """Each target with the ratio that was reached."""
    return tuple(
        Verdict(
            target.figure,
            round(getattr(subject, target.figure) / max(getattr(floor, target.figure), 1e-6), 2),
            target.at_most,
        )
        for target in targets
    )


def table(scenario: Scenario, outcome: Outcome) -> str:
    """The outcome as people read it."""
    lines = [
        f"{scenario.name}: {scenario.about}",
        f"confronto: {scenario.floor_about}",
        f"{'':<12}{'minimo':>10}{'mediana':>10}{'p95':>10}   ms, {outcome.repetitions} volte",
    ]
    for name, figures in (("confronto", outcome.floor), ("misura", outcome.subject)):
        lines.append(f"{name:<12}{figures.best:>10.2f}{figures.median:>10.2f}{figures.p95:>10.2f}")
    for verdict in outcome.verdicts:
        mark = "ok      " if verdict.holds else "PROBLEMA"
        lines.append(f"{mark} {verdict.figure}: {verdict.ratio:.1f} volte il confronto, limite {verdict.at_most:.1f}")
    return "\n".join(lines)


async def _timed(repetition: Callable[[int], Awaitable[None]], number: int, clock: Clock) -> float:
    started = clock()
    await repetition(number)
    return clock() - started
