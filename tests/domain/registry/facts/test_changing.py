"""What is known of a person changes, is corrected and withdrawn: whatever was answered before can be answered again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import given as property_of
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.facts.withdraw_fact import WithdrawFact, withdraw_fact
from domain.registry.queries.facts.facts_of import FactRow, fact_history, facts_of
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import ChangedMeanwhile, NameNeeded, NotYourPerson, NotYourSection, PeriodReversed
from domain.registry.terms import FactKind, FactSource
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import ROSA
from tests.support.rules.thorough import examples

BEGINNING = datetime(2026, 3, 1, 9, tzinfo=UTC)


@dataclass
class Desk:
    """An operator, a person, and a clock that goes on an hour at each step."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    rosa: UUID
    now: datetime = field(default=BEGINNING)

    @contextmanager
    def later(self) -> Iterator[None]:
        """The next hour."""
        self.now += timedelta(hours=1)
        with as_of(self.now):
            yield

    async def learn(self, kind: FactKind, value: dict[str, Any], *days: date | None, **more: Any) -> UUID:
        """Write something down, from the first of ``days`` to the second."""
        starts_on, ends_on = (*days, None, None)[:2]
        facts = {"person_id": self.rosa, "kind": kind, "value": value, "starts_on": starts_on, "ends_on": ends_on}
        with self.later():
            async with unit_of_work(self.operator, bind=self.connection) as work:
                return await record_fact(work, self.operator, RecordFact(**(facts | more)))

    async def known(self, kind: FactKind, on: date | None = None, at: datetime | None = None) -> list[FactRow]:
        """What is known of the kind on a day, as believed at an instant."""
        with self.later():
            async with unit_of_work(self.operator, read_only=True, bind=self.connection) as work:
                found = await facts_of(work, self.operator, self.rosa, valid_on=on, known_at=at)
        return [row for row in found if row.kind is kind]

    async def city(self, on: date, at: datetime | None = None) -> str | None:
        """Where Rosa lived on a day, as believed at an instant."""
        found = await self.known(FactKind.RESIDENCE, on, at)
        assert len(found) <= 1
        return found[0].value.model_dump()["city"] if found else None


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    return await a_desk(connection)


async def a_desk(connection: AsyncConnection, *roles: Role) -> Desk:
    with as_of(BEGINNING):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            territory = await given.a_territory(work)
            operator = await given.an_operator(work, territory.office_id, roles or (Role.SOCIAL_WORKER,))
            return Desk(connection, territory, operator, await given.a_person(work, territory))


async def test_a_move_keeps_the_address_before(desk: Desk) -> None:
    await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2020, 1, 1))
    await desk.learn(FactKind.RESIDENCE, {"city": "Pieve"}, date(2026, 1, 15))
    assert await desk.city(date(2026, 1, 14)) == "Borgo"
    assert await desk.city(date(2026, 1, 15)) == "Pieve"


async def test_a_correction_changes_the_answer_of_today_and_not_that_of_yesterday(desk: Desk) -> None:
    wrong = await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2020, 1, 1))
    before = desk.now
    with desk.later():
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            command = CorrectFact(
                fact_id=wrong,
                value={"city": "Borgo Alto"},
                starts_on=date(2021, 5, 1),
                source=FactSource.DOCUMENT,
                reason="Visto il certificato",
            )
            await correct_fact(work, desk.operator, command)
    assert await desk.city(date(2020, 6, 1)) is None
    assert await desk.city(date(2021, 6, 1)) == "Borgo Alto"
    assert await desk.city(date(2020, 6, 1), before) == "Borgo"
    with desk.later():
        async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
            history = (await fact_history(work, desk.operator, desk.rosa, FactKind.RESIDENCE)).items
    assert [(row.reason, row.dropped_reason, row.author) for row in history] == [
        ("Visto il certificato", "", "Anna Prova"),
        ("", "Visto il certificato", "Anna Prova"),
    ]


async def test_the_record_shows_the_name_of_today_and_the_history_the_one_before(desk: Desk) -> None:
    await desk.learn(FactKind.IDENTITY, {"given_name": "Rosa", "family_name": "Bellandi"}, date(2026, 2, 1))
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert (await person_card(work, desk.operator, desk.rosa)).full_name == "Rosa Bellandi"
    former = await desk.known(FactKind.IDENTITY, date(2026, 1, 31))
    assert former[0].value.model_dump()["given_name"] == ROSA.given_name


async def test_the_day_of_death_shows_on_the_record_and_goes_when_it_was_a_mistake(desk: Desk) -> None:
    told = await desk.learn(FactKind.DEATH, {}, date(2026, 2, 20), source=FactSource.CIVIL_REGISTRY)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert (await person_card(work, desk.operator, desk.rosa)).died_on == date(2026, 2, 20)
        await withdraw_fact(work, desk.operator, WithdrawFact(fact_id=told, reason="Era un'altra persona"))
        assert (await person_card(work, desk.operator, desk.rosa)).died_on is None


async def test_several_of_a_kind_live_side_by_side(desk: Desk) -> None:
    for country in ("IT", "MA"):
        await desk.learn(FactKind.CITIZENSHIP, {"country": country})
    assert {row.value.key for row in await desk.known(FactKind.CITIZENSHIP)} == {"IT", "MA"}


async def test_what_is_known_already_is_not_written_twice(desk: Desk) -> None:
    first = await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2020, 1, 1))
    assert await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2021, 1, 1)) == first


@pytest.mark.parametrize(
    ("kind", "value", "days", "field"),
    [
        (FactKind.RESIDENCE, {"postal_code": "12"}, (), "postal_code"),
        (FactKind.CONTACT, {"channel": "email", "value": "nessuno"}, (), "channel"),
        (FactKind.DOCTOR, {"name": ""}, (), "name"),
        (FactKind.DISABILITY, {"certificate": "Invalidità", "percentage": 101}, (), "percentage"),
        (FactKind.IDENTITY, {"family_name": "Domani"}, (date(2027, 1, 1),), "starts_on"),
        (FactKind.RESIDENCE, {"planet": "Marte"}, (), "planet"),
        (FactKind.RESIDENCE, {"belfiore": "Z9ZZ"}, (), "belfiore"),
        (FactKind.CIVIL_STATUS, {"status": "felice"}, (), "status"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field(
    desk: Desk, kind: FactKind, value: dict[str, Any], days: tuple[date, ...], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await desk.learn(kind, value, *days)
    assert list(refused.value.fields) == [field]


async def test_days_the_wrong_way_round_are_refused(desk: Desk) -> None:
    with pytest.raises(PeriodReversed):
        await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2026, 1, 2), date(2026, 1, 1))


async def test_nobody_is_left_without_a_name(desk: Desk) -> None:
    [name] = await desk.known(FactKind.IDENTITY)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        with pytest.raises(NameNeeded):
            await withdraw_fact(work, desk.operator, WithdrawFact(fact_id=name.id, reason="Per prova"))


async def test_two_colleagues_do_not_correct_the_same_thing(desk: Desk) -> None:
    wrong = await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"})
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await withdraw_fact(work, desk.operator, WithdrawFact(fact_id=wrong, reason="Non vive lì"))
        with pytest.raises(ChangedMeanwhile):
            await withdraw_fact(work, desk.operator, WithdrawFact(fact_id=wrong, reason="Non vive lì"))


async def test_the_desk_neither_reads_nor_writes_health_and_justice(connection: AsyncConnection) -> None:
    desk = await a_desk(connection, Role.DESK_OPERATOR)
    worker = Desk(connection, desk.territory, await _colleague(desk), desk.rosa)
    await worker.learn(FactKind.COURT, {"court": "TMCivile", "number": "12/2026"})
    assert await worker.known(FactKind.COURT)
    assert not await desk.known(FactKind.COURT)
    with pytest.raises(NotYourSection):
        await desk.learn(FactKind.DOCTOR, {"name": "Dott. Prova"})


async def _colleague(desk: Desk) -> Operator:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        return await given.an_operator(work, desk.territory.office_id)


async def test_strangers_find_nothing_and_citizens_do_not_keep_the_registry(desk: Desk) -> None:
    citizen = given.a_citizen(desk.territory, desk.rosa)
    async with unit_of_work(citizen, bind=desk.connection) as work:
        assert await facts_of(work, citizen, desk.rosa)
        with pytest.raises(NotYourPerson):
            told = RecordFact(person_id=desk.rosa, kind=FactKind.WORK, value={})
            await record_fact(work, citizen, told)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        elsewhere = await given.a_territory(work)
        stranger = await given.an_operator(work, elsewhere.office_id)
    async with unit_of_work(stranger, bind=desk.connection) as work:
        with pytest.raises(NotFound):
            await facts_of(work, stranger, desk.rosa)


async def test_postgresql_itself_refuses_two_open_facts_of_one_kind(desk: Desk) -> None:
    await desk.learn(FactKind.RESIDENCE, {"city": "Borgo"}, date(2020, 1, 1))
    again = sa.text("""
        INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during, known_during,
                                   source, reason, dropped_reason)
        SELECT gen_random_uuid(), now(), ente_id, person_id, kind, key, value, daterange('2024-01-01', NULL),
               known_during, source, '', '' FROM registry.fact WHERE kind = 'residence'""")
    with pytest.raises(DBAPIError, match="ex_fact_overlap"):
        async with desk.connection.begin_nested():
            await desk.connection.execute(sa.text("SELECT set_config('app.kind', 'system', true)"))
            await desk.connection.execute(sa.text("SELECT set_config('app.enti', '*', true)"))
            await desk.connection.execute(again)


DAY = st.integers(0, 20).map(lambda number: date(2025, 1, 1) + timedelta(days=30 * number))
STEP = st.tuples(st.sampled_from(["record", "correct", "withdraw"]), st.sampled_from("ABCD"), DAY, st.none() | DAY)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@property_of(st.lists(STEP, min_size=1, max_size=7))
async def test_whatever_changes_every_earlier_answer_stays_reproducible(
    connection: AsyncConnection, steps: list[tuple[str, str, date, date | None]]
) -> None:
    desk = await a_desk(connection)
    looked_at = [date(2024, 6, 1), date(2025, 1, 1), date(2025, 5, 1), date(2026, 1, 1), date(2027, 1, 1)]
    answers: list[tuple[datetime, list[str | None]]] = []
    for step in steps:
        await _do(desk, *step)
        answers.append((desk.now, [await desk.city(day) for day in looked_at]))
    for at, expected in answers:
        assert [await desk.city(day, at) for day in looked_at] == expected


async def _do(desk: Desk, what: str, city: str, starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        starts_on, ends_on = ends_on, starts_on
    on_day = await desk.known(FactKind.RESIDENCE, starts_on)
    if what == "record" or not on_day:
        await desk.learn(FactKind.RESIDENCE, {"city": city}, starts_on, ends_on)
        return
    with desk.later():
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            if what == "withdraw":
                await withdraw_fact(work, desk.operator, WithdrawFact(fact_id=on_day[0].id, reason="Non è vero"))
                return
            command = CorrectFact(
                fact_id=on_day[0].id,
                value={"city": city},
                starts_on=starts_on,
                ends_on=ends_on,
                source=FactSource.OFFICE,
                reason="Corretto",
            )
            await correct_fact(work, desk.operator, command)
