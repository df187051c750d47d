"""Many people become known to an ente at once, with what an archive says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import Range

from domain.kernel.actor import System
from domain.kernel.codice_fiscale import is_doubtful
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.registry.actions.bulk.index_new_people import IndexNewPeople, index_new_people
from domain.registry.actions.facts.follow_facts import SHOWN
from domain.registry.model.fact import Fact
from domain.registry.model.person import Person
from domain.registry.queries.bulk.arriving import ArrivingPerson
from domain.registry.rules.facts.projection import columns_of
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.naming.arriving import naming_from
from domain.registry.rules.naming.naming import Naming
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms import FactSource


@dataclass(frozen=True)
class RegisterPeople:
    """New people, each under the id it brings. ``author_id`` is the operator who wants it, all become the ente's."""

    ambito_id: UUID
    ente_id: UUID
    author_id: UUID
    people: Sequence[ArrivingPerson]


async def register_people(work: UnitOfWork, system: System, command: RegisterPeople) -> dict[UUID, list[UUID]]:
    """Write them with the facts, source "import", and the index; a handful of statements, however many people.

    Gives back the ids of the facts by person. Other records of the same people are looked for at night. The caller has
    seen that nobody has their codici fiscali: otherwise AlreadyRegistered is refused, to all of them.
    """
    people, facts, namings = [], [], {}
    written: dict[UUID, list[UUID]] = {}
    for one in command.people:
        understood = [(fact.understood(), fact.stretch) for fact in one.facts]
        people.append(_person(work, command, one, understood))
        rows = [_fact(work, command, one, value, stretch) for value, stretch in understood]
        facts += rows
        written[one.id] = [row["id"] for row in rows]
        namings[one.id] = _naming(work, one, understood)
    await add_rows(work, Person, people)
    await add_rows(work, Fact, facts)
    await index_new_people(work, IndexNewPeople(command.ente_id, namings))
    return written


def _person(
    work: UnitOfWork, command: RegisterPeople, one: ArrivingPerson, understood: list[tuple[FactValue, Stretch]]
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": one.id,
        "created_at": work.now,
        "ambito_id": command.ambito_id,
        "ente_id": command.ente_id,
        "codice_fiscale": one.codice_fiscale,
        "is_codice_fiscale_doubtful": is_doubtful(one.codice_fiscale) if one.codice_fiscale else False,
        "language": "it",
        "is_protected": False,
        "version": 1,
    }
    for kind in SHOWN:
        today = [(value, held) for value, held in understood if value.kind is kind and held.has(work.today)]
        row |= columns_of(kind, today)
    return row


def _fact(
    work: UnitOfWork, command: RegisterPeople, one: ArrivingPerson, value: FactValue, stretch: Stretch
) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "created_at": work.now,
        "ente_id": command.ente_id,
        "person_id": one.id,
        "kind": value.kind,
        "key": value.key,
        "value": value.model_dump(mode="json"),
        "held_during": range_of(stretch),
        "known_during": Range(work.now, None),
        "source": FactSource.IMPORT,
        "author_id": command.author_id,
        "reason": one.reason,
        "dropped_reason": "",
    }


def _naming(work: UnitOfWork, one: ArrivingPerson, understood: list[tuple[FactValue, Stretch]]) -> Naming:
    return naming_from((value for value, held in understood if held.has(work.today)), one.codice_fiscale)
