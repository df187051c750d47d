"""What happens when many people want the same few times: real processes, and then the rows are looked at.

Twenty processes book at once. Two agendas share an operator and a room; one receives four people together; the others
have an operator and a room each. People want several times, also at the same hour. At the end exactly as many
appointments stand as there are places, nobody and nothing is in two places, and everybody else was refused in words.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import datetime
from multiprocessing import get_context
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.commands.benches.frame import Tell
from domain.commands.benches.race_course import Course, a_course
from domain.kernel.actor import Citizen, System
from domain.kernel.refusals import Refused
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.terms import Manner

NAME, PROCESSES, ATTEMPTS, PLACES, PEOPLE = "booking-race", 20, 2_000, 100, 400
WHO = System("booking race")
BOOKED, BROKEN = "booked", "broken"
LOOKED_AT = {
    "appuntamenti": "SELECT count(*) FROM scheduling.appointment WHERE state = 'booked'",
    "posti occupati": "SELECT count(*) FROM scheduling.seat_hold",
    "persone in due posti": """
        SELECT count(*) FROM scheduling.appointment a JOIN scheduling.appointment b ON a.id < b.id
        WHERE a.person_id = b.person_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at""",
    "posti presi due volte": """
        SELECT count(*) FROM scheduling.seat_hold a JOIN scheduling.seat_hold b ON a.id < b.id
        WHERE a.agenda_id = b.agenda_id AND a.seat = b.seat AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at""",
    "stanze e operatori in due posti": """
        SELECT count(*) FROM scheduling.resource_hold a JOIN scheduling.resource_hold b ON a.id < b.id
        WHERE a.resource_id = b.resource_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
          AND (a.agenda_id <> b.agenda_id OR a.starts_at <> b.starts_at)""",
}
EXPECTED = dict(zip(LOOKED_AT, (PLACES, PLACES, 0, 0, 0), strict=True))


@dataclass(frozen=True)
class _Attempt:
    person_id: UUID
    agenda_id: UUID
    starts_at: datetime


@dataclass
class RaceOutcome:
    """What came of the attempts, by kind of answer; what was found in the rows, and what should be there."""

    attempts: int
    answers: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    found: dict[str, int] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether every place is somebody's, nobody's twice, and nobody met an error."""
        return self.found == EXPECTED and self.answers.get(BOOKED) == PLACES and BROKEN not in self.answers

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines."""
        return asdict(self) | {"scenario": NAME, "holds": self.holds}

    def table(self) -> str:
        """The outcome as people read it."""
        lines = [
            f"{NAME}: {PROCESSES} processi, {self.attempts} tentativi su {PLACES} posti, {self.seconds:.1f} secondi"
        ]
        lines += [f"{'':9}{name}: {number}" for name, number in sorted(self.answers.items())]
        for name, wanted in EXPECTED.items():
            mark = "ok      " if self.found.get(name) == wanted else "PROBLEMA"
            lines.append(f"{mark} {name}: {self.found.get(name)}, attesi {wanted}")
        mark = "PROBLEMA" if BROKEN in self.answers else "ok      "
        lines.append(f"{mark} errori: {self.answers.get(BROKEN, 0)}, attesi 0")
        return "\n".join(lines)


class BookingRace:
    """The course, the people, and who of them wants what."""

    def __init__(self, engine: AsyncEngine, attempts: int, tell: Tell) -> None:
        """Race on the database of ``engine``."""
        self.engine, self.tell = engine, tell
        self.outcome = RaceOutcome(attempts)

    async def run(self) -> RaceOutcome:
        """Prepare, let all processes go, and look at what they left."""
        self.tell(f"Preparo {PLACES} posti e {PEOPLE} persone…")
        async with unit_of_work(WHO, bind=self.engine) as work:
            course = await a_course(work, WHO, PEOPLE)
        plans = self._plans(course)
        self.tell(f"Adesso {PROCESSES} processi prenotano insieme…")
        url = self.engine.url.render_as_string(hide_password=False)
        started = asyncio.get_running_loop().time()
        with ProcessPoolExecutor(PROCESSES, mp_context=_processes()) as pool:
            loop = asyncio.get_running_loop()
            counted = await asyncio.gather(*[loop.run_in_executor(pool, racer, url, course, plan) for plan in plans])
        self.outcome.seconds = asyncio.get_running_loop().time() - started
        self.outcome.answers = dict(sum(counted, Counter()))
        async with unit_of_work(WHO, read_only=True, bind=self.engine) as work:
            connection = await work.session.connection()
            for name, asked in LOOKED_AT.items():
                self.outcome.found[name] = (await connection.execute(sa.text(asked))).scalar_one()
        return self.outcome

    def _plans(self, course: Course) -> list[list[_Attempt]]:
        """Each process has its share; every place is wanted many times, by people who want others too."""
        dice = random.Random(self.outcome.attempts)  # noqa: S311 - who wants what is no secret
        wanted = [course.times[number % len(course.times)] for number in range(self.outcome.attempts)]
        dice.shuffle(wanted)
        attempts = [_Attempt(dice.choice(course.people), *one) for one in wanted]
        return [attempts[number::PROCESSES] for number in range(PROCESSES)]


def _processes() -> Any:
    """Processes that share nothing but the program, which is loaded once for all."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def racer(url: str, course: Course, plan: Sequence[_Attempt]) -> Counter[str]:
    """One process: book one after the other; what came of each attempt."""
    return asyncio.run(_race(url, course, plan))


async def _race(url: str, course: Course, plan: Sequence[_Attempt]) -> Counter[str]:
    options = {"options": "-c timezone=UTC -c lock_timeout=20000"}
    engine = create_async_engine(url, connect_args=options, pool_size=1)
    answers: Counter[str] = Counter()
    for attempt in plan:
        citizen = Citizen(person_id=attempt.person_id, account_id=uuid4(), ambito_id=course.ambito_id, enti=course.enti)
        command = BookAppointment(
            need_id=course.need_id,
            agenda_id=attempt.agenda_id,
            starts_at=attempt.starts_at,
            manner=Manner.IN_PERSON,
            person_id=attempt.person_id,
            email="prova@posta.example",
        )
        try:
            async with unit_of_work(citizen, bind=engine) as work:
                await book_appointment(work, citizen, command)
            answers[BOOKED] += 1
        except Refused as refusal:
            answers[type(refusal).__name__] += 1
        except Exception as error:  # anything else is what must not happen
            answers[BROKEN] += 1
            answers[f"{BROKEN}: {type(error).__name__}"] += 1
    await engine.dispose()
    return answers
