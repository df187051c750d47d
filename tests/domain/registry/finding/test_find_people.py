"""One box finds everybody: by what people are called, written, numbered; and only those one may know of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.actions.finding.index_person import index_person
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.jobs import index_missing_people
from domain.registry.model.finding import Clue, FoundBy
from domain.registry.queries.finding.find_people import FoundPerson, find_people
from domain.registry.seeds.invented.people import with_omocodia
from domain.registry.terms import ContactKind
from domain.registry.terms.records import MatchReason
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF, Persona
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

EVERYBODY = (ROSA, FATIMA, OKSANA, DAVIDE, YOUSSEF)


@dataclass(frozen=True)
class Everybody:
    """Who lives there, and who looks for them."""

    territory: Territory
    known: dict[Persona, UUID]
    worker: Operator


async def everybody_known(connection: AsyncConnection) -> Everybody:
    """An office that knows them all."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        known = {one: await given.a_person(work, territory, one) for one in EVERYBODY}
        return Everybody(territory, known, await given.an_operator(work, territory.office_id))


standing = fixtures.standing_on(everybody_known)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def territory(stage: Stage) -> Territory:
    found: Territory = stage.built.territory
    return found


@pytest.fixture
def known(stage: Stage) -> dict[Persona, UUID]:
    found: dict[Persona, UUID] = stage.built.known
    return found


@pytest.fixture
def worker(stage: Stage) -> Operator:
    found: Operator = stage.built.worker
    return found


async def found(connection: AsyncConnection, operator: Operator, text: str) -> list[FoundPerson]:
    async with unit_of_work(operator, read_only=True, bind=connection) as work:
        return await find_people(work, operator, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bellandi maria rosa", ROSA),
        ("mariarosa belandi", ROSA),
        ("maria rosa bellamdi", ROSA),
        ("belandi 1941", ROSA),
        ("8 marzo 1941", ROSA),
        ("08/03/1941 rosa", ROSA),
        ("bell", ROSA),
        ("فاطمة العمراني", FATIMA),
        ("fatma elamrani", FATIMA),
        ("Оксана Мельник", OKSANA),
        ("melnik oxana", OKSANA),
        ("pastrelli davdie", DAVIDE),
        ("yusuf diallo", YOUSSEF),
        ("يوسف", YOUSSEF),
        (with_omocodia(DAVIDE.codice_fiscale, 5), DAVIDE),
        (f"{DAVIDE.codice_fiscale[:15]}A".lower(), DAVIDE),
        (f"*{OKSANA.codice_fiscale}*", OKSANA),
        (OKSANA.codice_fiscale[:11], OKSANA),
        (f"melnyk {OKSANA.codice_fiscale[:8]}9{OKSANA.codice_fiscale[9:]}", OKSANA),
    ],
)
async def test_the_person_meant_comes_first(
    connection: AsyncConnection, known: dict[Persona, UUID], worker: Operator, text: str, meant: Persona
) -> None:
    rows = await found(connection, worker, text)
    assert [one.id for one in rows[:1]] == [known[meant]]
    assert rows[0].reasons


@pytest.mark.parametrize("text", ["", "  ", "%", "zzzz", "1941", "'; drop table registry.person; --", "\x00", "محم"])
async def test_nothing_useful_typed_finds_nobody(
    connection: AsyncConnection, known: dict[Persona, UUID], worker: Operator, text: str
) -> None:
    assert known
    assert await found(connection, worker, text) == []


async def test_contacts_and_address_find_those_who_share_them(
    connection: AsyncConnection, known: dict[Persona, UUID], worker: Operator
) -> None:
    rosa, davide = known[ROSA], known[DAVIDE]
    async with unit_of_work(worker, bind=connection) as work:
        for person_id in (rosa, davide):
            await record_contact(
                work, worker, RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 0001234")
            )
        await record_contact(
            work, worker, RecordContact(person_id=rosa, kind=ContactKind.EMAIL, value="Rosa@posta.example")
        )
        await record_residence(
            work,
            worker,
            RecordResidence(
                person_id=davide, street="Via dei Mulini 14", city="Borgo Sereno", starts_on=date(2020, 1, 1)
            ),
        )
    assert {one.id for one in await found(connection, worker, "+39 3330001234")} == {rosa, davide}
    assert (await found(connection, worker, "davide 3330001234"))[0].id == davide
    assert [one.id for one in await found(connection, worker, "rosa@posta.example")] == [rosa]
    [at_home] = await found(connection, worker, "via mulini 14")
    assert (at_home.id, at_home.city, at_home.reasons) == (davide, "Borgo Sereno", (MatchReason.ADDRESS,))


async def test_indexing_again_changes_nothing_and_a_lost_index_comes_back(
    connection: AsyncConnection, known: dict[Persona, UUID], worker: Operator
) -> None:
    async def clues() -> set[tuple[UUID, int]]:
        async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
            asked = sa.select(col(Clue.person_id), col(Clue.value)).where(col(Clue.person_id).in_(known.values()))
            return {(one.person_id, one.value) for one in await (await work.session.connection()).execute(asked)}

    before = await clues()
    async with unit_of_work(worker, bind=connection) as work:
        await index_person(work, known[ROSA])
        await index_people(work, IndexPeople(person_ids=list(known.values())))
    assert await clues() == before
    async with unit_of_work(SYSTEM, bind=connection) as work:
        for table in (Clue, FoundBy):
            await work.session.exec(sa.delete(table))
    assert await found(connection, worker, "bellandi") == []
    await index_missing_people(bind=connection)
    assert await clues() == before
    assert [one.id for one in await found(connection, worker, "bellandi")] == [known[ROSA]]


async def test_who_may_not_see_codes_sees_enough_to_tell_people_apart(
    connection: AsyncConnection, territory: Territory, known: dict[Persona, UUID]
) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        helper = await given.an_operator(work, territory.office_id, (Role.THIRD_SECTOR,))
        accountant = await given.an_operator(work, territory.office_id, (Role.ACCOUNTANT,))
    [one] = await found(connection, helper, "bellandi")
    assert one.id == known[ROSA]
    assert one.codice_fiscale == f"BLL•••••••••{ROSA.codice_fiscale[-4:]}"
    assert await found(connection, accountant, "bellandi") == []


async def test_a_search_is_noted_without_its_words(
    connection: AsyncConnection, known: dict[Persona, UUID], worker: Operator
) -> None:
    assert known
    await found(connection, worker, "bellandi")
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        asked = sa.text(
            "SELECT subject, person_id, subject_id, is_granted FROM platform.reading WHERE operator_id = :who"
        )
        rows = (await (await work.session.connection()).execute(asked, {"who": worker.operator_id})).all()
    assert [tuple(row) for row in rows] == [("search", None, None, True)]


async def test_hidden_people_and_those_of_others_change_nothing_of_the_answer(
    connection: AsyncConnection, territory: Territory, known: dict[Persona, UUID], worker: Operator
) -> None:
    searches = ("maria bellandi", "belandi", "8/3/1941", "3330001234", "rosa bellamdi 1941", ROSA.codice_fiscale[:6])
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await record_contact(
            work, SYSTEM, RecordContact(person_id=known[ROSA], kind=ContactKind.PHONE, value="333 0001234")
        )
    before = [await found(connection, worker, text) for text in searches]
    async with unit_of_work(SYSTEM, bind=connection) as work:
        keeper = await given.an_operator(work, territory.office_id)
        elsewhere = await given.a_territory(work)
        for place, ente_id in ((territory, territory.neighbour_id), (elsewhere, elsewhere.comune_id)):
            twin = await given.a_person(
                work, place, ROSA, ente_id=ente_id, codice_fiscale=None, given_name="Maria Rosanna"
            )
            await record_contact(
                work, SYSTEM, RecordContact(person_id=twin, kind=ContactKind.PHONE, value="333 0001234")
            )
        hidden = await given.a_person(work, territory, ROSA, codice_fiscale=with_omocodia(ROSA.codice_fiscale, 1))
        await record_contact(work, SYSTEM, RecordContact(person_id=hidden, kind=ContactKind.PHONE, value="333 0001234"))
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=hidden, operator_ids=(keeper.operator_id,)))
    assert [await found(connection, worker, text) for text in searches] == before
    assert hidden in {one.id for one in await found(connection, keeper, "maria rosa bellandi")}


@pytest.mark.parametrize("table", ["registry.clue", "registry.found_by"])
async def test_row_level_security_alone_hides_clues(
    connection: AsyncConnection, territory: Territory, known: dict[Persona, UUID], worker: Operator, table: str
) -> None:
    rosa = known[ROSA]
    async with unit_of_work(SYSTEM, bind=connection) as work:
        keeper = await given.an_operator(work, territory.office_id)
        neighbour = await given.an_operator(work, territory.neighbour_office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(keeper.operator_id,)))
    count = sa.text(f"SELECT count(*) FROM {table} WHERE person_id = :id")
    seen = {}
    for actor in (
        keeper,
        worker,
        neighbour,
        given.a_citizen(territory, known[DAVIDE]),
        given.a_citizen(territory, rosa),
    ):
        async with unit_of_work(actor, read_only=True, bind=connection) as work:
            seen[actor] = (await (await work.session.connection()).execute(count, {"id": rosa})).scalar_one() > 0
    assert list(seen.values()) == [True, False, False, False, True]
