"""What is compared of records, to see whether two are of one person. The only place that gathers it."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.model.household import HouseholdMember
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import STILL
from domain.registry.queries.households.members import held_on, known
from domain.registry.rules.duplicates import RecordFacts, fold
from domain.registry.terms import FactKind


async def record_facts(work: UnitOfWork, ids: Collection[UUID]) -> dict[UUID, RecordFacts]:
    """The facts of the records ``ids`` that the actor of ``work`` sees, by id; three questions, however many."""
    people = (await work.session.exec(select(Person).where(col(Person.id).in_(ids)))).all() if ids else []
    reached, living = await _reached_and_living(work, ids)
    households = await _households(work, ids)
    return {
        one.id: RecordFacts(
            given_name=one.given_name,
            family_name=one.family_name,
            alias=one.alias,
            codice_fiscale=one.codice_fiscale,
            born_on=one.born_on,
            contacts=frozenset(reached[one.id]),
            addresses=frozenset(living[one.id]),
            households=frozenset(households[one.id]),
        )
        for one in people
    }


async def _reached_and_living(
    work: UnitOfWork, ids: Collection[UUID]
) -> tuple[dict[UUID, set[str]], dict[UUID, set[str]]]:
    """Telephones and e-mails, and addresses, as believed of today."""
    reached: dict[UUID, set[str]] = defaultdict(set)
    living: dict[UUID, set[str]] = defaultdict(set)
    wanted = select(Fact.person_id, Fact.kind, Fact.value).where(
        col(Fact.person_id).in_(ids),
        col(Fact.kind).in_((FactKind.CONTACT, FactKind.RESIDENCE, FactKind.DOMICILE)),
        STILL,
        holds_on(Fact.held_during, work.today),
    )
    for person_id, kind, value in (await work.session.exec(wanted)).all() if ids else []:
        if kind is FactKind.CONTACT:
            reached[person_id].add(_plain(value["value"]))
        elif value["street"]:
            living[person_id].add(f"{fold(value['street'])}/{fold(value['city'])}")
    return reached, living


async def _households(work: UnitOfWork, ids: Collection[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    wanted = select(HouseholdMember.person_id, HouseholdMember.household_id).where(
        col(HouseholdMember.person_id).in_(ids), held_on(work.today), known(None)
    )
    for person_id, household_id in (await work.session.exec(wanted)).all() if ids else []:
        found[person_id].add(str(household_id))
    return found


def _plain(value: str) -> str:
    """An e-mail in small letters; of a telephone the last nine figures: the prefix is written or not."""
    if "@" in value:
        return value.strip().casefold()
    return "".join(letter for letter in value if letter.isdigit())[-9:]
