"""A person is found by an alias, by a code that came later, and by what a joined record was called."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.record_codice_fiscale import RecordCodiceFiscale, record_codice_fiscale
from domain.registry.queries.finding.find_people import FoundPerson, find_people
from domain.registry.terms.records import MatchReason
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import DAVIDE, FATIMA, ROSA


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.a_territory(work)


@pytest.fixture
async def worker(connection: AsyncConnection, territory: Territory) -> Operator:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.an_operator(work, territory.office_id)


async def found(connection: AsyncConnection, operator: Operator, text: str) -> list[FoundPerson]:
    async with unit_of_work(operator, read_only=True, bind=connection) as work:
        return await find_people(work, operator, text)


async def test_an_alias_finds_and_is_named(connection: AsyncConnection, territory: Territory, worker: Operator) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        person_id = await given.a_person(work, territory, DAVIDE, alias="Pasta")
    [one] = await found(connection, worker, "pasta pastorelli")
    assert (one.id, one.known_as, one.reasons) == (person_id, "Pasta Pastorelli", (MatchReason.ALIAS,))


async def test_a_code_given_later_finds_too(
    connection: AsyncConnection, territory: Territory, worker: Operator
) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        person_id = await given.a_person(work, territory, ROSA, codice_fiscale=None)
    assert await found(connection, worker, ROSA.codice_fiscale) == []
    async with unit_of_work(worker, bind=connection) as work:
        code = RecordCodiceFiscale(person_id=person_id, codice_fiscale=ROSA.codice_fiscale)
        await record_codice_fiscale(work, worker, code)
    assert [one.id for one in await found(connection, worker, ROSA.codice_fiscale)] == [person_id]


async def test_the_name_and_code_of_a_former_record_find_the_one_that_counts(
    connection: AsyncConnection, territory: Territory, worker: Operator
) -> None:
    provisional = "12345670017"
    async with unit_of_work(SYSTEM, bind=connection) as work:
        counts = await given.a_person(work, territory, FATIMA)
        former = await given.a_person(
            work, territory, FATIMA, codice_fiscale=provisional, family_name="Zerouali", alias=""
        )
    async with unit_of_work(worker, bind=connection) as work:
        command = MergePeople(former_id=former, kept_id=counts, reason="Il codice era provvisorio.")
        await merge_people(work, worker, command)
    [by_code] = await found(connection, worker, provisional)
    assert (by_code.id, by_code.reasons) == (counts, (MatchReason.FORMER_CODE,))
    [by_name] = await found(connection, worker, "fatima zeruali")
    assert (by_name.id, by_name.known_as) == (counts, "Fatima Zerouali")
    assert [one.id for one in await found(connection, worker, "fatima el amrani")] == [counts]
