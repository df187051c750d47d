"""Whatever is recorded, corrected and withdrawn: what was answered before can be answered again."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import given as property_of
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.platform.work import unit_of_work
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.actions.facts.withdraw_fact import WithdrawFact, withdraw_fact
from domain.registry.terms import FactKind, FactSource
from tests.domain.registry.facts.conftest import Desk, a_desk
from tests.support.rules.thorough import examples

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
