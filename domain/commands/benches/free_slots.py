"""How long it takes to find the free times of a month in fifty agendas, and that years of past cost nothing."""

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.frame import WARM_UP, Figures, Tell
from domain.commands.benches.past_appointments import AGENDAS, add_past, an_office_with_agendas, take
from domain.kernel.actor import Visitor
from domain.kernel.clock import day_of, midnight
from domain.platform.work import UnitOfWork, unit_of_work
from domain.scheduling.queries.free_slots import FreeSlot, TimesWanted, free_slots
from domain.scheduling.queries.offered.taken import seats_held
from domain.scheduling.rules.taken import Span
from domain.scheduling.terms import Way

NAME, MANY, DAYS, TAKEN = "free-slots", 1_000_000, 31, 0.7
MOST_MS, MOST_GROWTH = 50.0, 1.3
INDEX = "ix_seat_hold_agenda_id_starts_at"


@dataclass
class SlotsOutcome:
    """Milliseconds with a tenth of the past and with all of it; the floor reads the same holds and nothing else."""

    appointments: int
    free: int = 0
    held: int = 0
    floor: dict[int, Figures] = field(default_factory=dict)
    figures: dict[int, Figures] = field(default_factory=dict)
    plan: tuple[str, ...] = ()

    @property
    def growth(self) -> float:
        """How many times as long ten times the past makes it take."""
        first, last = self.figures.values()
        return round(last.median / first.median, 2)

    @property
    def is_by_index(self) -> bool:
        """Whether PostgreSQL finds what is held by agenda and time alone."""
        return any(INDEX in line for line in self.plan) and not any("Seq Scan" in line for line in self.plan)

    @property
    def holds(self) -> bool:
        """Whether it is quick, by the index, and no slower for the past."""
        return self.figures[self.appointments].median <= MOST_MS and self.growth <= MOST_GROWTH and self.is_by_index

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines, with the plan of the query."""
        return asdict(self) | {"scenario": NAME, "growth": self.growth, "holds": self.holds}

    def table(self) -> str:
        """The outcome as people read it."""
        lines = [
            f"{NAME}: gli orari liberi di un mese in {AGENDAS} agende: {self.free} liberi, {self.held} presi",
            "confronto: una sola SELECT con indice sugli stessi posti presi, nella stessa transazione di lettura",
            f"{'passati':<12}{'':<12}{'minimo':>10}{'mediana':>10}{'p95':>10}   ms",
        ]
        for past, figures in self.figures.items():
            for name, one in (("confronto", self.floor[past]), ("misura", figures)):
                lines.append(f"{past:<12}{name:<12}{one.best:>10.1f}{one.median:>10.1f}{one.p95:>10.1f}")
        checks = (
            (f"mediana: {self.figures[self.appointments].median:.1f} ms, limite {MOST_MS:.0f}", MOST_MS),
            (f"con dieci volte il passato: {self.growth} volte, limite {MOST_GROWTH}", MOST_GROWTH),
        )
        reached = (self.figures[self.appointments].median, self.growth)
        for (said, most), value in zip(checks, reached, strict=True):
            lines.append(f"{'ok      ' if value <= most else 'PROBLEMA'} {said}")
        lines.append(f"{'ok      ' if self.is_by_index else 'PROBLEMA'} i posti presi si trovano con {INDEX}")
        return "\n".join([*lines, *self.plan])


class FreeSlots:
    """A visitor of the portal asks for the whole month, while seven times in ten are taken."""

    def __init__(self, engine: AsyncEngine, appointments: int, repetitions: int, tell: Tell) -> None:
        """``appointments`` are those of the past; first a tenth of them."""
        self.engine, self.repetitions, self.tell = engine, repetitions, tell
        self.outcome = SlotsOutcome(appointments)

    async def run(self) -> SlotsOutcome:
        """Measure with a tenth of the past, then with all of it."""
        self.offices = await an_office_with_agendas(self.engine)
        self.visitor = Visitor((self.offices.ente_id,))
        async with unit_of_work(self.visitor, read_only=True, bind=self.engine) as work:
            self.starts_on = day_of(work.now)
            everything = await self._asked(work)
        before = midnight(self.starts_on - timedelta(days=1))
        self.span = Span(midnight(self.starts_on), midnight(self.starts_on + timedelta(days=DAYS)))
        taken = random.Random(1).sample(list(everything), round(len(everything) * TAKEN))  # noqa: S311 - the same each time
        await take(self.engine, self.offices, taken)
        whole, part = self.outcome.appointments, self.outcome.appointments // 10
        for numbers in (range(part), range(part, whole)):
            await add_past(self.engine, self.offices, numbers, before, self.tell)
            self.tell("Misuro…")
            self.outcome.floor[numbers.stop] = await self._figures(self._floor)
            self.outcome.figures[numbers.stop] = await self._figures(self._asked)
        async with unit_of_work(self.visitor, read_only=True, bind=self.engine) as work:
            self.outcome.free, self.outcome.held = len(await self._asked(work)), len(await self._floor(work))
            self.outcome.plan = await self._plan(work)
        if self.outcome.free + self.outcome.held != len(everything):
            raise RuntimeError("what is taken is still offered, or what is free is not: a fast mistake is no result")
        return self.outcome

    async def _figures(self, ask: Callable[[UnitOfWork], Awaitable[object]]) -> Figures:
        seconds = []
        for _time in range(self.repetitions + WARM_UP):
            async with unit_of_work(self.visitor, read_only=True, bind=self.engine) as work:
                started = time.perf_counter()
                await ask(work)
                seconds.append(time.perf_counter() - started)
        return Figures.of(seconds[WARM_UP:])

    async def _asked(self, work: UnitOfWork) -> "tuple[FreeSlot, ...]":
        found = await free_slots(
            work,
            TimesWanted(
                need_id=self.offices.need_id,
                office_ids=[self.offices.office_id],
                starts_on=self.starts_on,
                days=DAYS,
                way=Way.ONLINE,
            ),
        )
        return tuple(found)

    async def _floor(self, work: UnitOfWork) -> "tuple[object, ...]":
        found = await (await work.session.connection()).execute(seats_held(self.offices.agenda_ids, self.span))
        return tuple(one for _agenda, starts, _ends in found.all() for one in starts)

    async def _plan(self, work: UnitOfWork) -> tuple[str, ...]:
        asked = seats_held(self.offices.agenda_ids[:3], self.span).compile(
            dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
        )
        explained = f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {asked}"
        found = await (await work.session.connection()).exec_driver_sql(explained)
        return tuple(found.scalars().all())
