"""Who in the registry may be one of many people who arrive: scored as duplicates are, in two questions for all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from domain.kernel.actor import System
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.registry.model.finding import Clue
from domain.registry.model.person import Person
from domain.registry.queries.merging.possible_duplicates import TypedPerson
from domain.registry.rules.duplicate_reasons import DuplicateReason
from domain.registry.rules.duplicates import WORTH_A_WORD, RecordFacts, likeness
from domain.registry.rules.naming.clues import code_clue, pair_clues, word_clue
from domain.registry.rules.naming.naming import PersonName

EACH, MOST = 40, 3
_NUMBERS = ARRAY(sa.BigInteger)


@dataclass(frozen=True)
class Alike:
    """A record that may be of the same person: how much, up to 100, and why."""

    person_id: UUID
    score: int
    reasons: tuple[DuplicateReason, ...]


async def alike(
    work: UnitOfWork, system: System, ente_id: UUID, arriving: Sequence[TypedPerson]
) -> list[tuple[Alike, ...]]:
    """For each of ``arriving``, at most three open records of the ente, the likeliest first.

    Looked at are those with the same birthday, with the same two words in the name, and with the same code by omocodia.
    """
    if not arriving:
        return []
    by_day, by_clue = await _birthdays(work, ente_id, arriving), await _by_clues(work, ente_id, arriving)
    return [_likeliest(one, by_day, by_clue) for one in arriving]


def reason_texts(words: Sequence[str]) -> list[Text]:
    """The reasons that were kept, as operators read them."""
    return [DuplicateReason(word).label for word in words]


def _likeliest(
    one: TypedPerson, by_day: Mapping[date, dict[UUID, RecordFacts]], by_clue: Mapping[int, dict[UUID, RecordFacts]]
) -> tuple[Alike, ...]:
    facts = RecordFacts(one.given_name, one.family_name, one.alias, one.codice_fiscale, one.born_on)
    near = dict(by_day.get(one.born_on, {})) if one.born_on else {}
    for number in _clues(one):
        near |= by_clue.get(number, {})
    scored = [(person_id, likeness(facts, other)) for person_id, other in near.items()]
    likely = [
        Alike(person_id, found.score, found.reasons) for person_id, found in scored if found.score >= WORTH_A_WORD
    ]
    return tuple(sorted(likely, key=lambda found: (-found.score, str(found.person_id)))[:MOST])


async def _birthdays(
    work: UnitOfWork, ente_id: UUID, arriving: Sequence[TypedPerson]
) -> dict[date, dict[UUID, RecordFacts]]:
    days = {one.born_on for one in arriving if one.born_on}
    found: dict[date, dict[UUID, RecordFacts]] = defaultdict(dict)
    wanted = _columns().where(*_open(ente_id), col(Person.born_on).in_(days))
    for row in (await (await work.session.connection()).execute(wanted)).all() if days else []:
        found[row.born_on][row.id] = _facts(row)
    return found


async def _by_clues(
    work: UnitOfWork, ente_id: UUID, arriving: Sequence[TypedPerson]
) -> dict[int, dict[UUID, RecordFacts]]:
    """Common names together are many people: of each clue only so many are looked at.

    Where the arriving birthday is known, those with one of their own are found by the day: only those without count.
    """
    whoever, dayless = set[int](), set[int]()
    for one in arriving:
        (dayless if one.born_on else whoever).update(_clues(one))
        whoever.update([code_clue(one.codice_fiscale)] if one.codice_fiscale else [])
    numbers = sa.bindparam("clues", list(whoever | dayless), _NUMBERS)
    asked = sa.func.unnest(numbers).table_valued("value", name="asked").render_derived()
    having = sa.select(col(Clue.person_id)).where(col(Clue.value) == asked.c.value, col(Clue.ente_id) == ente_id)
    some = having.limit(EACH).lateral("some")
    counting = sa.or_(col(Person.born_on).is_(None), asked.c.value == sa.any_(sa.literal(list(whoever), _NUMBERS)))
    statement = (
        _columns(asked.c.value)
        .select_from(asked.join(some, sa.true()).join(Person, col(Person.id) == some.c.person_id))
        .where(*_open(ente_id), counting)
    )
    found: dict[int, dict[UUID, RecordFacts]] = defaultdict(dict)
    for row in (await (await work.session.connection()).execute(statement)).all():
        found[row.value][row.id] = _facts(row)
    return found


def _clues(one: TypedPerson) -> list[int]:
    """Two words of the name together; the alias; the code, whatever its omocodia."""
    numbers = pair_clues(PersonName(one.given_name, one.family_name))
    if one.alias:
        numbers += [word_clue(one_word.sound) for one_word in PersonName(one.alias, "").counting[:1]]
    if one.codice_fiscale:
        numbers.append(code_clue(one.codice_fiscale))
    return numbers


def _columns(*more: Any) -> Any:
    names = ("id", "given_name", "family_name", "alias", "codice_fiscale", "born_on")
    return sa.select(*(col(getattr(Person, name)) for name in names), *more)


def _open(ente_id: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    """Of the ente, counting, and not under protection: nobody learns here that those exist."""
    return (
        col(Person.ente_id) == ente_id,
        col(Person.same_as_id).is_(None),
        sa.not_(col(Person.is_protected)),
    )


def _facts(row: Any) -> RecordFacts:
    return RecordFacts(row.given_name, row.family_name, row.alias, row.codice_fiscale, row.born_on)
