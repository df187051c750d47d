"""The registry: what is kept about people, for whom, and what is refused."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.actions.set_language import SetLanguage, set_language
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.household_of import household_of
from domain.registry.queries.people_represented_by import people_represented_by
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import (
    AlreadyRegistered,
    GuardianOfOneself,
    HouseholdWithoutReference,
    NotYourPerson,
    PeriodReversed,
)
from domain.registry.terms import ContactKind, GuardianshipKind, IseeKind, Kinship
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF
from tests.support.questions import Questions

START = date(2026, 1, 1)


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.a_territory(work)


async def a_worker(connection: AsyncConnection, territory: Territory) -> Operator:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.an_operator(work, territory.office_id)


async def known(connection: AsyncConnection, territory: Territory, *personas: object, **facts: object) -> list[UUID]:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return [await given.a_person(work, territory, one, **facts) for one in personas]  # pyright: ignore[reportArgumentType]


async def test_the_card_of_a_person(connection: AsyncConnection, territory: Territory, questions: Questions) -> None:
    [rosa] = await known(connection, territory, ROSA)
    worker = await a_worker(connection, territory)
    async with unit_of_work(worker, bind=connection) as work:
        for street, day in (("Via Vecchia 1", date(2020, 1, 1)), ("Via Nuova 2", START)):
            await record_residence(
                work,
                worker,
                RecordResidence(person_id=rosa, street=street, city="Borgo", postal_code="40999", starts_on=day),
            )
        for value in ("Rosa@prova.example", "maria@prova.example", "rosa@prova.example"):
            await record_contact(work, worker, RecordContact(person_id=rosa, kind=ContactKind.EMAIL, value=value))
        await record_isee(
            work, worker, RecordIsee(person_id=rosa, amount=Decimal(8400), starts_on=START, ends_on=date(2026, 12, 31))
        )
        await record_isee(
            work,
            worker,
            RecordIsee(
                person_id=rosa, kind=IseeKind.CURRENT, amount=Decimal(6000), starts_on=START, ends_on=date(2026, 12, 31)
            ),
        )
        await record_isee(
            work,
            worker,
            RecordIsee(
                person_id=rosa, kind=IseeKind.MINORS, amount=Decimal(1), starts_on=START, ends_on=date(2026, 12, 31)
            ),
        )
    async with unit_of_work(worker, read_only=True, bind=connection) as work:
        with questions(at_most=4):
            card = await person_card(work, worker, rosa)
    assert (card.full_name, card.codice_fiscale, card.email) == (
        ROSA.full_name,
        ROSA.codice_fiscale,
        "rosa@prova.example",
    )
    assert card.residence is not None
    assert (card.residence.street, card.isee_amount, card.phone) == ("Via Nuova 2", Decimal("6000.00"), None)
    assert card.age_on(date(2026, 3, 7)) == 84


async def test_an_operators_reading_is_noted_and_a_refused_one_too(
    connection: AsyncConnection, territory: Territory
) -> None:
    [rosa] = await known(connection, territory, ROSA)
    worker = await a_worker(connection, territory)
    async with unit_of_work(worker, read_only=True, bind=connection) as work:
        await person_card(work, worker, rosa, purpose="case_work")
    stranger = uuid4()
    with pytest.raises(NotFound):
        async with unit_of_work(worker, read_only=True, bind=connection) as work:
            await person_card(work, worker, stranger)
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text(
                "SELECT person_id, office_id, subject, subject_id, purpose, is_granted FROM platform.reading"
                " ORDER BY created_at"
            )
        )
    assert [tuple(row) for row in found] == [
        (rosa, worker.office_id, "person_card", rosa, "case_work", True),
        (None, worker.office_id, "person_card", stranger, "desk_help", False),
    ]


async def test_citizens_see_themselves_and_keep_only_contacts_and_language(
    connection: AsyncConnection, territory: Territory
) -> None:
    rosa, davide = await known(connection, territory, ROSA, DAVIDE)
    citizen = given.a_citizen(territory, rosa)
    async with unit_of_work(citizen, bind=connection) as work:
        await set_language(work, citizen, SetLanguage(person_id=rosa, language="uk"))
        await record_contact(work, citizen, RecordContact(person_id=rosa, kind=ContactKind.PHONE, value="333 000"))
        card = await person_card(work, citizen, rosa)
    assert (card.language, card.phone) == ("uk", "333 000")
    with pytest.raises(NotFound):
        async with unit_of_work(citizen, read_only=True, bind=connection) as work:
            await person_card(work, citizen, davide)
    with pytest.raises(NotYourPerson):
        async with unit_of_work(citizen, bind=connection) as work:
            await record_residence(work, citizen, RecordResidence(person_id=rosa, starts_on=START))


async def test_a_codice_fiscale_is_registered_once_in_an_ambito(
    connection: AsyncConnection, territory: Territory
) -> None:
    [rosa] = await known(connection, territory, ROSA)
    with pytest.raises(AlreadyRegistered):
        await known(connection, territory, ROSA)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        elsewhere = await given.a_territory(work)
        await given.a_person(work, elsewhere, ROSA)
        found = await person_by_codice_fiscale(work, territory.ambito_id, ROSA.codice_fiscale.lower())
        assert await person_by_codice_fiscale(work, territory.ambito_id, DAVIDE.codice_fiscale) is None
    assert found is not None
    assert (found.id, found.ente_id) == (rosa, territory.comune_id)
    worker = await a_worker(connection, territory)
    with pytest.raises(NotAllowed):
        async with unit_of_work(worker, read_only=True, bind=connection) as work:
            await person_by_codice_fiscale(work, territory.ambito_id, ROSA.codice_fiscale)


def test_a_person_has_a_surname_or_an_alias() -> None:
    with pytest.raises(ValidationError, match="name_missing"):
        RegisterPerson(ambito_id=uuid4(), ente_id=uuid4(), given_name="Solo")
    with pytest.raises(ValidationError, match="codice_fiscale_check"):
        RegisterPerson(ambito_id=uuid4(), ente_id=uuid4(), family_name="Uno", codice_fiscale="BNCRSO48M61Z999A")


async def test_a_code_with_a_wrong_last_letter_is_kept_and_marked_only_where_an_identity_provider_vouches(
    connection: AsyncConnection, territory: Territory
) -> None:
    wrong = RegisterPerson(
        ambito_id=territory.ambito_id,
        ente_id=territory.comune_id,
        family_name="Uno",
        codice_fiscale="BNCRSO48M61Z999A",
        is_vouched_for=True,
        born_on=START,
    )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        person_id = await register_person(work, SYSTEM, wrong)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        card = await person_card(work, SYSTEM, person_id)
    assert (card.codice_fiscale, card.is_codice_fiscale_doubtful) == ("BNCRSO48M61Z999A", True)


async def test_the_day_of_birth_is_read_from_the_code(connection: AsyncConnection, territory: Territory) -> None:
    [rosa] = await known(connection, territory, ROSA, born_on=None, language="tlh")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        card = await person_card(work, SYSTEM, rosa)
    assert (card.born_on, card.language) == (ROSA.born_on, "it")


async def test_an_older_address_holds_up_to_the_one_that_is_known(
    connection: AsyncConnection, territory: Territory
) -> None:
    [rosa] = await known(connection, territory, ROSA)
    for city, day in (("Borgo", START), ("Altrove", date(2025, 1, 1))):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await record_residence(work, SYSTEM, RecordResidence(person_id=rosa, city=city, starts_on=day))
    async with unit_of_work(SYSTEM, bind=connection) as work:
        home = (await person_card(work, SYSTEM, rosa)).residence
    assert home is not None
    assert home.city == "Borgo"


async def test_a_household_and_the_next_one(connection: AsyncConnection, territory: Territory) -> None:
    rosa, davide, youssef = await known(connection, territory, ROSA, DAVIDE, YOUSSEF)
    worker = await a_worker(connection, territory)

    async def live(day: date, *members: tuple[UUID, Kinship]) -> None:
        async with unit_of_work(worker, bind=connection) as work:
            await compose_household(
                work,
                worker,
                ComposeHousehold(
                    ente_id=territory.comune_id,
                    starts_on=day,
                    members=tuple(ComposeHousehold.Member(person_id=one, kinship=kinship) for one, kinship in members),
                ),
            )

    await live(date(2020, 1, 1), (rosa, Kinship.REFERENCE), (davide, Kinship.CHILD))
    await live(START, (davide, Kinship.REFERENCE), (youssef, Kinship.NOT_RELATED))
    await live(START, (davide, Kinship.REFERENCE))
    async with unit_of_work(worker, read_only=True, bind=connection) as work:
        of_davide = await household_of(work, worker, davide)
        of_rosa = await household_of(work, worker, rosa)
    assert [row.person_id for row in of_davide] == [davide]
    assert [row.person_id for row in of_rosa] == [rosa]
    with pytest.raises(HouseholdWithoutReference):
        await live(START, (rosa, Kinship.SPOUSE))


async def test_who_may_act_for_whom(connection: AsyncConnection, territory: Territory) -> None:
    fatima, youssef, davide = await known(connection, territory, FATIMA, YOUSSEF, DAVIDE)

    async def appoint(guardian: UUID, person: UUID, kind: GuardianshipKind, **more: object) -> None:
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await appoint_guardian(
                work,
                SYSTEM,
                AppointGuardian.model_validate(
                    {"person_id": person, "guardian_id": guardian, "kind": kind, "starts_on": START} | more
                ),
            )

    await appoint(fatima, youssef, GuardianshipKind.PARENT, is_verified=True)
    await appoint(davide, youssef, GuardianshipKind.GUARDIAN)
    with pytest.raises(GuardianOfOneself):
        await appoint(davide, davide, GuardianshipKind.GUARDIAN)
    with pytest.raises(PeriodReversed):
        await appoint(davide, youssef, GuardianshipKind.CURATOR, ends_on=date(2025, 1, 1))
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        of_fatima = {
            day: await people_represented_by(work, fatima, day)
            for day in (date(2025, 12, 31), START, date(2028, 9, 13), date(2028, 9, 14))
        }
        assert await people_represented_by(work, davide, START) == []
    named = {day: [(row.full_name, row.kind) for row in rows] for day, rows in of_fatima.items()}
    child = [(YOUSSEF.full_name, GuardianshipKind.PARENT)]
    assert named == {date(2025, 12, 31): [], START: child, date(2028, 9, 13): child, date(2028, 9, 14): []}
    citizen = given.a_citizen(territory, fatima, acts_for=(youssef,))
    async with unit_of_work(citizen, read_only=True, bind=connection) as work:
        assert len(await people_represented_by(work, fatima, START)) == 1
        assert (await person_card(work, citizen, youssef)).full_name == YOUSSEF.full_name


async def test_people_are_found_by_name_and_code(connection: AsyncConnection, territory: Territory) -> None:
    rosa, fatima = await known(connection, territory, ROSA, FATIMA)
    worker = await a_worker(connection, territory)
    async with unit_of_work(worker, read_only=True, bind=connection) as work:
        assert await ids_found(work, work.actor, "bellandi rosa") == [rosa]
        assert await ids_found(work, work.actor, "él amràni") == [fatima]
        assert await ids_found(work, work.actor, FATIMA.codice_fiscale[:6].lower()) == [fatima]
        assert await ids_found(work, work.actor, "%") == []
        assert await ids_found(work, work.actor, " ") == []
