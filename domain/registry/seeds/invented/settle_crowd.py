"""Settles invented people by the thousand: the rows that the actions would leave, written in bulk.

COPY may not write into tables with row-level security, so rows go to temporary tables and from there by INSERT, under
the same policies as everybody's.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.registry.model.person import Person
from domain.registry.rules.naming.clues import clues_of, sounds_of
from domain.registry.rules.naming.naming import Naming
from domain.registry.rules.naming.near import vocabulary_keys
from domain.registry.seeds.codes import NOWHERE
from domain.registry.seeds.invented.people import Invented, invented_people
from domain.registry.seeds.invented.rows import MADE, SETTLE, naming_of

SYSTEM = System("invented people")
CHUNK, LANES = 5_000, 3
Tell = Callable[[int], None]


@dataclass(frozen=True)
class Town:
    """An ente in which invented people live, and the name of its town."""

    ente_id: UUID
    city: str


@dataclass(frozen=True)
class _Chunk:
    people: Sequence[Invented]
    rows: dict[str, str]


async def settle_crowd(
    count: int, towns: Sequence[Town], *, ambito_id: UUID, bind: Bind | None = None, tell: Tell | None = None
) -> int:
    """Settle the first ``count`` invented people over ``towns``, and say how many were new.

    A chunk is one transaction: stopped anywhere, whole chunks are there, and the next call goes on with the missing.
    One chunk is invented while two are written, where ``bind`` has as many connections.
    """
    chunks = _Chunks(invented_people(count), towns)
    done: list[int] = []
    new: list[int] = []

    async def settle() -> None:
        while (chunk := await chunks.next()).people:
            async with unit_of_work(SYSTEM, bind=bind) as work:
                new.append(await _settle(work, chunk, towns, ambito_id))
            done.append(len(chunk.people))
            if tell:
                tell(sum(done))

    lanes = 1 if isinstance(bind, AsyncConnection) else LANES
    async with asyncio.TaskGroup() as group:
        for _ in range(lanes):
            group.create_task(settle())
    return sum(new)


class _Chunks:
    """Invents the next people for whoever asks, for one at a time."""

    def __init__(self, people: Iterator[Invented], towns: Sequence[Town]) -> None:
        self.people, self.towns = people, towns
        self.heard: set[str] = set()
        self.turn = asyncio.Lock()

    async def next(self) -> _Chunk:
        async with self.turn:
            return await asyncio.to_thread(self._invent)

    def _invent(self) -> _Chunk:
        people = list(islice(self.people, CHUNK))
        return _Chunk(people, _rows(people, self.towns, self.heard))


async def _settle(work: UnitOfWork, chunk: _Chunk, towns: Sequence[Town], ambito_id: UUID) -> int:
    statement = select(Person.id).where(col(Person.id).in_([one.id for one in chunk.people]))
    known = set((await work.session.exec(statement)).all())
    missing = [one for one in chunk.people if one.id not in known]
    if not missing:
        return 0
    rows = _rows(missing, towns, set()) if known else chunk.rows
    connection = await work.session.connection()
    for made in MADE:
        await connection.execute(sa.text(made))
    raw: Any = (await connection.get_raw_connection()).driver_connection
    async with raw.cursor() as cursor:
        for table, lines in rows.items():
            async with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                await copy.write(lines)
    values = {"now": work.now, "ambito": ambito_id, "nowhere": NOWHERE, "today": work.today}
    for settle in SETTLE:
        asked = {name: value for name, value in values.items() if f":{name}" in settle}
        await connection.execute(sa.text(settle), asked)
    return len(missing)


def _rows(people: Sequence[Invented], towns: Sequence[Town], heard: set[str]) -> dict[str, str]:
    """What is copied into the temporary tables, as text."""
    namings = [(one, naming_of(one)) for one in people]
    clues = ((key, value) for one, naming in namings for key in (str(one.id),) for value in clues_of(naming))
    return {
        "invented": _lines(_row(one, naming, towns) for one, naming in namings),
        "invented_clue": _lines(clues),
        "invented_sound": _lines(_new_sounds(namings, heard)),
    }


def _new_sounds(namings: Iterable[tuple[Invented, Naming]], heard: set[str]) -> Iterable[tuple[str, str]]:
    """The vocabulary of words that no chunk had before."""
    for _, naming in namings:
        for sound, consonants in sounds_of(naming).items():
            mark = f"{sound} {sorted(consonants)}"
            if mark not in heard:
                heard.add(mark)
                yield from ((key, sound) for key in vocabulary_keys(sound, consonants))


def _row(one: Invented, naming: Naming, towns: Sequence[Town]) -> tuple[Any, ...]:
    town = towns[one.place % len(towns)]
    return (
        one.id,
        town.ente_id,
        one.codice_fiscale,
        one.given_name,
        one.family_name,
        one.alias,
        one.born_on,
        one.sex,
        one.citizenship,
        one.language,
        one.street,
        town.city,
        one.phone,
        one.email,
        json.dumps(naming.as_json(), ensure_ascii=False),
    )


def _lines(rows: Iterable[tuple[Any, ...]]) -> str:
    return "".join(["\t".join(map(_field, row)) + "\n" for row in rows])


def _field(value: Any) -> str:
    if value is None:
        return "\\N"
    text = str(value)
    return text.replace("\\", "\\\\") if "\\" in text else text
