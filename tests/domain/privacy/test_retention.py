"""How long data is kept is decided by the ambito; the report counts and deletes nothing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given as property_of
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.commands.retention import report_lines
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.reading import ReadingSubject
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.roles import Role
from domain.platform.reading_log import Reading
from domain.platform.work import unit_of_work
from domain.privacy.actions.retention.set_retention_rule import SetRetentionRule, set_retention_rule
from domain.privacy.queries.retention.retention_report import COUNTS, RetentionRow, retention_report
from domain.privacy.rules.answer_terms import months_after
from domain.privacy.rules.retention_starts import STARTS, last_day_over
from domain.privacy.terms import RetentionKind, RetentionOutcome, RetentionStart
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.terms import FactKind
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import ROSA

THEN = datetime(2024, 3, 15, 10, tzinfo=UTC)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def term(kind: RetentionKind, months: int | None = 12, **more: Any) -> SetRetentionRule:
    facts: dict[str, Any] = {
        "kind": kind,
        "months": months,
        "starts_from": STARTS[kind][0],
        "legal_ground": "massimario, riga 4",
    }
    outcome = RetentionOutcome.DELETE if months else RetentionOutcome.KEEP
    facts |= {"outcome": outcome} | more
    return SetRetentionRule(**facts)


async def decide(connection: AsyncConnection, operator: Operator, command: SetRetentionRule) -> None:
    async with unit_of_work(operator, bind=connection) as work:
        await set_retention_rule(work, operator, command)


async def report(connection: AsyncConnection, operator: Operator) -> dict[RetentionKind, RetentionRow]:
    async with unit_of_work(operator, read_only=True, bind=connection) as work:
        return {row.kind: row for row in await retention_report(work, operator)}


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.a_territory(work)


async def an_admin(connection: AsyncConnection, territory: Territory, *roles: Role) -> Operator:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        office_id = territory.ambito_office_id if Role.AMBITO_ADMIN in roles else territory.office_id
        return await given.an_operator(work, office_id, roles)


@pytest.mark.parametrize(("kind", "start"), [(kind, start) for kind, starts in STARTS.items() for start in starts])
async def test_every_kind_can_be_counted_from_each_of_its_events(
    connection: AsyncConnection, territory: Territory, kind: RetentionKind, start: RetentionStart
) -> None:
    admin = await an_admin(connection, territory, Role.AMBITO_ADMIN)
    await decide(connection, admin, term(kind, starts_from=start))
    row = (await report(connection, admin))[kind]
    assert (row.starts_from, row.total) == (start, 0)


async def test_nothing_is_due_where_nothing_was_decided(connection: AsyncConnection, territory: Territory) -> None:
    rows = await report(connection, await an_admin(connection, territory, Role.AMBITO_ADMIN))
    assert set(rows) == set(RetentionKind)
    assert all(row.outcome is None and row.total == 0 for row in rows.values())


async def test_what_is_over_its_term_is_counted_by_ente_and_stays(
    connection: AsyncConnection, territory: Territory
) -> None:
    admin = await an_admin(connection, territory, Role.AMBITO_ADMIN)
    with as_of(THEN):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            rosa = await given.a_person(work, territory, ROSA)
            worker = await given.an_operator(work, territory.office_id)
            for rooms in (3, 4):
                value = {"held_by": "affitto", "rooms": rooms}
                await record_fact(
                    work,
                    SYSTEM,
                    RecordFact(person_id=rosa, kind=FactKind.HOUSING, value=value, starts_on=date(2020, 1, 1)),
                )
            await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(worker.operator_id,)))
    await decide(connection, admin, term(RetentionKind.FORMER_FACT, 24))
    with as_of(datetime(2026, 3, 14, 22, 59, tzinfo=UTC)):  # the last minute of 14 March in Italy
        assert (await report(connection, admin))[RetentionKind.FORMER_FACT].total == 0
    with as_of(datetime(2026, 3, 14, 23, 1, tzinfo=UTC)):
        row = (await report(connection, admin))[RetentionKind.FORMER_FACT]
        lines = await report_lines(bind=connection)
    (name,) = row.due
    assert name.startswith("Ente comune-")
    assert row.total == 1, "the program counts also whom the administrator may not know of"
    assert f"    {name}: 1" in lines
    async with unit_of_work(SYSTEM, bind=connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT count(*) FROM registry.fact WHERE person_id = :rosa AND kind = 'housing'"), {"rosa": rosa}
        )
    assert found.scalar_one() == 2


async def test_an_administrator_of_a_comune_sees_its_own_numbers_only(
    connection: AsyncConnection, territory: Territory
) -> None:
    admin = await an_admin(connection, territory, Role.AMBITO_ADMIN)
    auditor = await an_admin(connection, territory, Role.AUDITOR)
    with as_of(THEN):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            rosa = await given.a_person(work, territory, ROSA)
            workers = [
                await given.an_operator(work, one) for one in (territory.office_id, territory.neighbour_office_id)
            ]
        for worker in workers:
            async with unit_of_work(worker, read_only=True, bind=connection) as work:
                work.note_reading(
                    Reading(
                        person_id=rosa,
                        ente_id=worker.ente_id,
                        subject=ReadingSubject.PERSON_CARD,
                        subject_id=rosa,
                        purpose="desk_help",
                    )
                )
    await decide(connection, admin, term(RetentionKind.READING, 1))
    with as_of(datetime(2100, 1, 1, tzinfo=UTC)):
        of_all, of_one = await report(connection, admin), await report(connection, auditor)
    assert len(of_all[RetentionKind.READING].due) == 2
    assert len(of_one[RetentionKind.READING].due) == 1


async def test_terms_are_decided_by_the_ambito_with_a_ground(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory, Role.AMBITO_ADMIN)
    for roles in ((Role.ENTE_ADMIN,), (Role.AUDITOR,), (Role.SOCIAL_WORKER,)):
        with pytest.raises(NotAllowed):
            await decide(connection, await an_admin(connection, territory, *roles), term(RetentionKind.LETTER))
    with pytest.raises(NotAllowed):
        await report(connection, await an_admin(connection, territory, Role.SOCIAL_WORKER))
    for wrong in (
        term(RetentionKind.LETTER, starts_from=RetentionStart.SAVED),
        term(RetentionKind.LETTER, None, outcome=RetentionOutcome.DELETE),
        term(RetentionKind.LETTER, 3, outcome=RetentionOutcome.KEEP),
    ):
        with pytest.raises(Invalid):
            await decide(connection, admin, wrong)
    await decide(connection, admin, term(RetentionKind.PROTOCOLLO, None))
    await decide(connection, admin, term(RetentionKind.LETTER, 12))
    await decide(connection, admin, term(RetentionKind.LETTER, 36))
    rows = await report(connection, admin)
    assert (rows[RetentionKind.LETTER].months, rows[RetentionKind.PROTOCOLLO].months) == (36, None)
    assert rows[RetentionKind.PROTOCOLLO].outcome is RetentionOutcome.KEEP


async def test_every_term_that_can_be_decided_can_be_counted(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory, Role.AMBITO_ADMIN)
    assert set(COUNTS) == {(kind, start) for kind, starts in STARTS.items() for start in starts}
    for kind, start in COUNTS:
        await decide(connection, admin, term(kind, 1, starts_from=start))
        with as_of(datetime(2100, 1, 1, tzinfo=UTC)):
            assert (await report(connection, admin))[kind].total >= 0


@property_of(DAYS, st.integers(1, 600), st.integers(0, 40))
def test_nothing_is_over_a_day_early_and_hardly_late(happened_on: date, months: int, later: int) -> None:
    ends_on = months_after(happened_on, months)
    assert happened_on > last_day_over(ends_on - timedelta(days=1), months) or ends_on.day != happened_on.day
    today = ends_on + timedelta(days=later)
    is_over = happened_on <= last_day_over(today, months)
    assert is_over if later >= 3 else months_after(happened_on, months) <= today
