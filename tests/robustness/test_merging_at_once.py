"""Records are joined while others write on them, on real connections: no link is ever lost, or left behind."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.casework.actions.open_case import OpenCase, open_case
from domain.kernel.actor import Operator, System
from domain.kernel.refusals import Conflict, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.undo_merge import UndoMerge, undo_merge
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.terms import ContactKind
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA

REASON = "Due schede aperte lo stesso giorno per errore."
CROWD = (DAVIDE, FATIMA, OKSANA, ROSA)
LINKS = """
    SELECT kept.same_as_id IS NULL FROM registry.fact link JOIN registry.person kept ON kept.id = link.person_id
    WHERE link.kind = 'contact' AND link.value ->> 'value' LIKE :like"""


@dataclass(frozen=True)
class Office:
    """Four people really in the database, and the head who may join them."""

    engine: AsyncEngine
    territory: Territory
    head: Operator
    people: tuple[UUID, ...]

    async def join(self, former_id: UUID, kept_id: UUID, *, holding: asyncio.Event | None = None) -> UUID:
        """Join the two; ``holding`` keeps the transaction open until it is set."""
        command = MergePeople(former_id=former_id, kept_id=kept_id, reason=REASON)
        async with unit_of_work(self.head, bind=self.engine) as work:
            merge_id = await merge_people(work, self.head, command)
            if holding is not None:
                await holding.wait()
            return merge_id

    async def write(self, person_id: UUID, value: str, *, holding: asyncio.Event | None = None) -> None:
        """One more contact of the person."""
        command = RecordContact(person_id=person_id, kind=ContactKind.EMAIL, value=value, is_preferred=False)
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            await record_contact(work, SYSTEM, command)
            if holding is not None:
                await holding.wait()

    async def rows(self, question: str, **asked: object) -> list[object]:
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            found = await (await work.session.connection()).execute(sa.text(question), asked)
            return list(found.scalars().all())


@pytest.fixture
async def office(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Office]:
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            await home_care_is_published(work, territory.comune_id)
            head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
            people = tuple([await a_person(work, territory, one) for one in CROWD])
        yield Office(engine, territory, head, people)


async def test_a_link_written_while_the_records_are_being_joined_goes_to_the_one_that_counts(office: Office) -> None:
    former, kept = office.people[:2]
    joined = asyncio.Event()
    joining = asyncio.create_task(office.join(former, kept, holding=joined))
    await asyncio.sleep(0.3)
    writing = asyncio.create_task(office.write(former, "tardi@prova.example"))
    await asyncio.sleep(0.3)
    assert not writing.done(), "whoever writes waits until it is known where the record leads"
    joined.set()
    await asyncio.gather(joining, writing)
    assert await office.rows("SELECT person_id FROM registry.fact WHERE kind = 'contact'") == [kept]


async def test_a_link_that_somebody_is_writing_is_waited_for_and_moved(office: Office) -> None:
    former, kept = office.people[:2]
    written = asyncio.Event()
    writing = asyncio.create_task(office.write(former, "presto@prova.example", holding=written))
    await asyncio.sleep(0.3)
    joining = asyncio.create_task(office.join(former, kept))
    await asyncio.sleep(1)
    assert not joining.done()
    written.set()
    await asyncio.gather(writing, joining)
    assert await office.rows("SELECT person_id FROM registry.fact WHERE kind = 'contact'") == [kept]


async def test_a_case_opened_for_a_record_that_was_joined_meanwhile_goes_into_the_case_there_is(office: Office) -> None:
    former, kept = office.people[:2]
    commands = []
    for person_id in (former, kept):
        citizen = a_citizen(office.territory, person_id)
        async with unit_of_work(citizen, bind=office.engine) as work:
            sent = await a_submitted_application(work, citizen)
        assert sent.submitted_at
        assert sent.due_on
        commands.append(
            OpenCase(
                ente_id=sent.ente_id,
                person_id=person_id,
                application_id=sent.id,
                submitted_at=sent.submitted_at,
                due_on=sent.due_on,
            )
        )
    system = System("test", (office.territory.comune_id,))

    async def bring(command: OpenCase) -> UUID:
        async with unit_of_work(system, bind=office.engine) as work:
            return await open_case(work, system, command)

    known = await bring(commands[1])
    await office.join(former, kept)
    assert await bring(commands[0]) == known
    assert await office.rows('SELECT person_id FROM casework."case"') == [kept]


@pytest.mark.parametrize("storm", range(2))
async def test_overlapping_merges_in_a_storm_of_writing_lose_nothing(office: Office, storm: int) -> None:
    """Every pair in every order is joined at once, while links are written on everybody."""
    written = [f"v{storm}.{number}@prova.example" for number in range(24)]
    tasks: list[Any] = [office.write(office.people[number % 4], value) for number, value in enumerate(written)]
    joins = [office.join(one, other) for one, other in permutations(office.people, 2)]
    for place, join in enumerate(joins):
        tasks.insert(1 + place * 3, join)
    at_once = asyncio.Semaphore(10)  # as many as there are connections, and not one more

    async def held(task: Any) -> Any:
        async with at_once:
            return await task

    outcomes = await asyncio.gather(*map(held, tasks), return_exceptions=True)
    unexpected = [
        one for one in outcomes if isinstance(one, BaseException) and not isinstance(one, Conflict | NotFound)
    ]
    assert unexpected == []
    assert len([one for one in outcomes if isinstance(one, UUID)]) >= 1, "nobody was joined: the test proves nothing"
    counts = await office.rows(LINKS, like=f"v{storm}.%")
    assert counts == [True] * len(written)
    assert await office.rows(
        "SELECT count(*) FROM registry.person WHERE same_as_id IN"
        " (SELECT id FROM registry.person WHERE same_as_id IS NOT NULL)"
    ) == [0]


async def test_two_who_undo_the_same_merge_at_once(office: Office) -> None:
    merge_id = await office.join(*office.people[:2])

    async def undo() -> None:
        async with unit_of_work(office.head, bind=office.engine) as work:
            await undo_merge(work, office.head, UndoMerge(merge_id=merge_id, reason=REASON))

    outcomes = await asyncio.gather(undo(), undo(), return_exceptions=True)
    assert len([one for one in outcomes if isinstance(one, Conflict)]) == 1
    assert len([one for one in outcomes if one is None]) == 1
    assert await office.rows("SELECT id FROM registry.person WHERE same_as_id IS NOT NULL") == []
