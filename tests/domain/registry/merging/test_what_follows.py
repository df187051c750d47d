"""After two records are joined everybody who reads follows: diary, readings, sign-in, household, search."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.casework.actions.record_note import RecordNote, record_note
from domain.casework.queries.case_file import case_file
from domain.casework.queries.case_of_application import case_of_application
from domain.casework.terms import DiaryKind
from domain.kernel.actor import Operator
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.tell_apart import TellApart, tell_apart
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.household_of import household_of
from domain.registry.queries.merging.duplicates import duplicates
from domain.registry.queries.people import person
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import AlreadyJoined
from domain.registry.terms import Kinship
from domain.registry.terms.records import PersonField
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, ROSA

WHY = "Ho visto la carta d'identità: è la stessa persona."
CODE = PersonField.CODICE_FISCALE


@dataclass(frozen=True)
class Scene:
    """Rosa with her code, and Rosa written down once more; the head who joins the two."""

    connection: AsyncConnection
    territory: Territory
    head: Operator
    former: UUID
    kept: UUID
    follow: Callable[[], Awaitable[int]]

    async def join(
        self, former: UUID | None = None, kept: UUID | None = None, *, takes: frozenset[PersonField]
    ) -> None:
        command = MergePeople(former_id=former or self.former, kept_id=kept or self.kept, takes=takes, reason=WHY)
        async with unit_of_work(self.head, bind=self.connection) as work:
            await merge_people(work, self.head, command)
        await self.follow()

    async def case_with_a_note(self, person_id: UUID, text: str) -> UUID:
        """A case of the record, with something written in the diary."""
        citizen = a_citizen(self.territory, person_id)
        async with unit_of_work(citizen, bind=self.connection) as work:
            sent = await a_submitted_application(work, citizen)
        await self.follow()
        async with unit_of_work(self.head, bind=self.connection) as work:
            case_id = await case_of_application(work, self.head, sent.id)
            assert case_id
            await record_note(
                work, self.head, RecordNote(case_id=case_id, happened_at=utcnow() - timedelta(hours=1), text=text)
            )
            return case_id


@pytest.fixture
async def scene(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Scene:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.comune_id)
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
        kept = await a_person(work, territory)
        former = await a_person(work, territory, codice_fiscale=None)
    return Scene(connection, territory, head, former, kept, everything_that_follows)


NOTHING: frozenset[PersonField] = frozenset()


async def test_two_cases_are_read_as_one_and_the_diary_says_that_they_were_joined(scene: Scene) -> None:
    former_case = await scene.case_with_a_note(scene.former, "Scritto sulla scheda aperta in fretta.")
    kept_case = await scene.case_with_a_note(scene.kept, "Scritto sulla scheda con il codice.")
    await scene.join(takes=NOTHING)
    async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
        found = await case_file(work, scene.head, former_case)
    assert found.id == kept_case
    assert len(found.applications) == 2
    texts = {row.text for row in found.diary.items}
    assert {"Scritto sulla scheda aperta in fretta.", "Scritto sulla scheda con il codice."} <= texts
    assert DiaryKind.RECORDS_JOINED in {row.kind for row in found.diary.items}


async def test_the_person_sees_who_read_either_record(scene: Scene) -> None:
    for person_id in (scene.former, scene.kept):
        async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
            await person_card(work, scene.head, person_id)
    await scene.join(takes=NOTHING)
    citizen = a_citizen(scene.territory, scene.kept)
    async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
        assert (await readings_of(work, citizen)).total == 2


async def test_either_code_and_either_name_find_the_one_record(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        other = await a_person(work, scene.territory, DAVIDE, codice_fiscale=FATIMA.codice_fiscale)
    await scene.join(former=other, takes=frozenset({CODE}))
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        for code in (ROSA.codice_fiscale, FATIMA.codice_fiscale):
            found = await person_by_codice_fiscale(work, scene.territory.ambito_id, code)
            assert found is not None
            assert found.id == scene.kept
            assert await ids_found(work, SYSTEM, code) == [scene.kept]
        assert await ids_found(work, SYSTEM, DAVIDE.full_name) == [scene.kept]


async def test_who_asks_for_the_former_record_gets_the_one_that_counts(scene: Scene) -> None:
    await scene.join(takes=NOTHING)
    async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
        assert (await person(work, scene.head, scene.former)).id == scene.kept
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        neighbour = await an_operator(work, scene.territory.neighbour_office_id)
    async with unit_of_work(neighbour, read_only=True, bind=scene.connection) as work:
        with pytest.raises(NotFound):
            await person(work, neighbour, scene.former)


async def test_nobody_is_twice_in_a_household_and_no_day_of_it_is_lost(scene: Scene) -> None:
    """One record was in the household until last year, the other one is since two years ago."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        child = await a_person(work, scene.territory, DAVIDE)
        members = [(child, Kinship.REFERENCE), (scene.former, Kinship.PARENT), (scene.kept, Kinship.PARENT)]
        command = ComposeHousehold(
            ente_id=scene.territory.comune_id,
            starts_on=work.today - timedelta(days=700),
            members=tuple(ComposeHousehold.Member(person_id=one, kinship=kin) for one, kin in members),
        )
        await compose_household(work, SYSTEM, command)
    await scene.join(takes=NOTHING)
    async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
        assert [row.person_id for row in await household_of(work, scene.head, child)] == [child, scene.kept]


async def test_a_record_that_was_joined_is_not_joined_once_more(scene: Scene) -> None:
    await scene.join(takes=NOTHING)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        third = await a_person(work, scene.territory, DAVIDE)
    for former, kept in ((scene.former, third), (third, scene.former)):
        with pytest.raises(AlreadyJoined):
            await scene.join(former=former, kept=kept, takes=NOTHING)


async def test_only_social_workers_and_heads_decide(scene: Scene) -> None:
    await scene.follow()
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        desk = await an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
        (pair,) = (await duplicates(work, scene.head)).items
    with pytest.raises(NotAllowed):
        async with unit_of_work(desk, bind=scene.connection) as work:
            await merge_people(work, desk, MergePeople(former_id=scene.former, kept_id=scene.kept, reason=WHY))
    with pytest.raises(NotAllowed):
        async with unit_of_work(desk, bind=scene.connection) as work:
            await tell_apart(work, desk, TellApart(candidate_id=pair.id, reason=WHY))


async def test_a_birthday_that_was_chosen_is_a_dated_fact(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        other = await a_person(work, scene.territory, codice_fiscale=None, born_on=date(1941, 3, 9))
    await scene.join(former=other, takes=frozenset({PersonField.BORN_ON}))
    async with unit_of_work(scene.head, read_only=True, bind=scene.connection) as work:
        card = await person_card(work, scene.head, scene.kept)
    assert card.born_on == date(1941, 3, 9)
    assert card.full_name == ROSA.full_name
