"""What is known of a person changes, is corrected and withdrawn, and what is refused."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.facts.withdraw_fact import WithdrawFact, withdraw_fact
from domain.registry.queries.facts.facts_of import fact_history, facts_of
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import ChangedMeanwhile, NameNeeded, NotYourPerson, NotYourSection, PeriodReversed
from domain.registry.terms import FactKind, FactSource
from tests.domain.registry.facts.conftest import Desk, a_desk
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.personas import ROSA


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
