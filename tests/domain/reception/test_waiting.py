"""Numbers of the day at a desk: given, called in order, followed by a sheet; and how long people waited."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.kernel.actor import Operator
from domain.kernel.clock import day_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.arrivals.call_next import CallNext, call_next
from domain.reception.actions.arrivals.give_number import GiveNumber, give_number
from domain.reception.actions.arrivals.note_departure import note_departure
from domain.reception.actions.arrivals.start_sheet import start_sheet
from domain.reception.jobs import forget_who_waited
from domain.reception.queries.arrivals.waiting_room import WaitingRoom, waiting_room
from domain.reception.queries.arrivals.waiting_times import waiting_now, waiting_times
from domain.reception.queries.sheets.sheet_as_typed import sheet_as_typed
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.refusals import NobodyWaits, NotAtThisDesk, NumberSettled
from domain.reception.terms.sheets import Outcome
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.reception.conftest import Desk
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, a_territory, an_operator
from tests.support.personas import ROSA


async def arrive(desk: Desk, operator: Operator | None = None, **facts: Any) -> int:
    who = operator or desk.operator
    async with unit_of_work(who, bind=desk.connection) as work:
        return await give_number(work, who, GiveNumber(**facts))


async def room(desk: Desk, operator: Operator | None = None) -> WaitingRoom:
    who = operator or desk.operator
    async with unit_of_work(who, read_only=True, bind=desk.connection) as work:
        return await waiting_room(work, who)


async def call(desk: Desk) -> int:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        return await call_next(work, desk.operator, CallNext())


async def backdate(desk: Desk, minutes: dict[int, int]) -> None:
    """Each number has arrived so many minutes before it was called, or before now."""
    for number, ago in minutes.items():
        statement = (
            "UPDATE reception.arrival SET arrived_at = coalesce(called_at, now()) - make_interval(mins => :ago)"
            " WHERE number = :number"
        )
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            raw = await work.session.connection()
            await raw.execute(sa.text(statement), {"ago": ago, "number": number})


async def test_numbers_of_an_office_begin_at_one_each_day_and_are_called_in_order(desk: Desk) -> None:
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    assert [await arrive(desk), await arrive(desk), await arrive(desk, there)] == [1, 2, 1]
    assert [row.number for row in (await room(desk)).waiting] == [1, 2]
    assert await call(desk) == 1
    shown = await room(desk)
    assert (shown.last_called, [row.number for row in shown.called]) == (1, [1])
    assert shown.called[0].called_by == "Luca Banco"
    assert await call(desk) == 2
    with pytest.raises(NobodyWaits):
        await call(desk)


async def test_a_number_needs_nothing_and_refuses_what_the_lists_do_not_have(desk: Desk) -> None:
    assert await arrive(desk, language="ar", reason="SPONTANEO") == 1
    refused: tuple[dict[str, Any], ...] = ({"language": "xx"}, {"reason": "NON_ESISTE"})
    for wrong in refused:
        with pytest.raises(Invalid):
            await arrive(desk, **wrong)
    with pytest.raises(NotFound):
        await arrive(desk, person_id=UUID(int=7))
    planner = await desk.as_role(Role.PLANNER)
    with pytest.raises(NotAtThisDesk):
        await arrive(desk, planner)


async def test_a_sheet_starts_in_person_with_who_was_named(desk: Desk) -> None:
    rosa = await desk.person()
    await arrive(desk, person_id=rosa, reason="SPONTANEO")
    await call(desk)
    (row,) = (await room(desk)).called
    assert row.full_name == ROSA.full_name
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        sheet_id = await start_sheet(work, desk.operator, row.id)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert await start_sheet(work, desk.operator, row.id) == sheet_id
        typed = await sheet_as_typed(work, desk.operator, sheet_id)
        named = await (await work.session.connection()).execute(sa.text("SELECT FROM reception.arrival_person"))
        assert not named.all()
    assert (typed["channel"], typed["person_id"], typed["reasons"]) == ("PERSONA", str(rosa), ["SPONTANEO"])
    assert not (await room(desk)).called


async def test_who_has_gone_is_not_called(desk: Desk) -> None:
    await arrive(desk)
    await arrive(desk)
    (first, _second) = (await room(desk)).waiting
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        assert await note_departure(work, desk.operator, first.id) == 1
    assert await call(desk) == 2
    for act in (note_departure, start_sheet):
        with pytest.raises((NumberSettled, NotFound)):
            async with unit_of_work(desk.operator, bind=desk.connection) as work:
                await act(work, desk.operator, first.id)
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    with pytest.raises(NotFound):
        async with unit_of_work(there, bind=desk.connection) as work:
            await note_departure(work, there, first.id)


async def test_the_name_of_a_protected_person_is_not_shown_but_their_number_is_called(desk: Desk) -> None:
    rosa = await desk.person()
    await arrive(desk, person_id=rosa)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        reader = await an_operator(work, desk.territory.office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(reader.operator_id,)))
    (row,) = (await room(desk)).waiting
    assert (row.number, row.full_name) == (1, "")
    assert (await room(desk, reader)).waiting[0].full_name == ROSA.full_name
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        sheet_id = await start_sheet(work, desk.operator, row.id)
        assert "person_id" not in await sheet_as_typed(work, desk.operator, sheet_id)


async def test_names_of_other_days_are_forgotten(desk: Desk) -> None:
    await arrive(desk, person_id=await desk.person())
    await forget_who_waited(bind=desk.connection)
    assert (await room(desk)).waiting[0].full_name
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        raw = await work.session.connection()
        await raw.execute(sa.text("UPDATE reception.arrival SET arrived_on = arrived_on - 1"))
    await forget_who_waited(bind=desk.connection)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        raw = await work.session.connection()
        assert not (await raw.execute(sa.text("SELECT FROM reception.arrival_person"))).all()
        assert (await raw.execute(sa.text("SELECT FROM reception.arrival"))).all()


async def times(desk: Desk, operator: Operator, **facts: Any) -> tuple[Any, Any]:
    async with unit_of_work(operator, read_only=True, bind=desk.connection) as work:
        wanted = SheetFilter(**facts)
        return await waiting_now(work, operator, wanted), await waiting_times(work, operator, wanted)


async def test_waiting_is_from_check_in_to_call_by_office_and_day(desk: Desk) -> None:
    for _one in range(4):
        await arrive(desk)
    for _one in range(3):
        await call(desk)
    await backdate(desk, {1: 10, 2: 20, 3: 60, 4: 5})
    now, waited = await times(desk, desk.operator)
    assert [(one.office_id, one.waiting, one.longest) for one in now] == [(desk.operator.office_id, 1, 5)]
    whole, day = waited
    assert (whole.day, whole.arrived, whole.called, whole.median, whole.longest) == (None, 4, 3, 20, 60)
    assert (day.arrived, day.median) == (4, 20)
    assert not (await times(desk, desk.operator, to_on=day_of(utcnow()) - timedelta(days=3)))[1]
    assert not (await times(desk, desk.operator, office_id=desk.other_office_id))[1]
    assert not (await times(desk, desk.operator, outcome=Outcome.EMERGENCY))[1]


async def test_who_only_counts_reads_rounded_numbers_and_no_single_wait(desk: Desk) -> None:
    await arrive(desk)
    await arrive(desk)
    await call(desk)
    now, (whole, _day) = await times(desk, await desk.as_role(Role.PLANNER))
    assert [(one.waiting, one.longest) for one in now] == [(0, None)]
    assert (whole.arrived, whole.called, whole.median, whole.longest) == (0, 0, None, None)


async def test_other_enti_and_other_profiles_see_no_waiting(desk: Desk) -> None:
    await arrive(desk)
    neighbour = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.territory.neighbour_office_id)
    assert await times(desk, neighbour) == ([], [])
    helper = await desk.as_role(Role.THIRD_SECTOR, office_id=desk.other_office_id)
    assert await times(desk, helper) == ([], [])
    with pytest.raises(NotAllowed):
        await times(desk, await desk.as_role(Role.AUDITOR))


async def test_a_hidden_contact_is_not_told_by_its_number(desk: Desk) -> None:
    await arrive(desk)
    (row,) = (await room(desk)).waiting
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await start_sheet(work, desk.operator, row.id)
        await (await work.session.connection()).execute(sa.text("UPDATE reception.contact_sheet SET is_hidden = true"))
    assert (await times(desk, desk.operator))[1]
    assert not (await times(desk, await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)))[1]


async def test_two_who_call_at_once_call_two_numbers(engine: AsyncEngine, database_url_owner: str) -> None:
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            operators = [await an_operator(work, territory.office_id, [Role.DESK_OPERATOR]) for _one in range(4)]

        async def give(operator: Operator) -> int:
            async with unit_of_work(operator, bind=engine) as work:
                return await give_number(work, operator, GiveNumber())

        async def take(operator: Operator) -> int:
            async with unit_of_work(operator, bind=engine) as work:
                number = await call_next(work, operator, CallNext())
                await work.session.flush()  # the row is held while the others call
                await asyncio.sleep(0.05)
                return number

        assert sorted(await asyncio.gather(*map(give, operators))) == [1, 2, 3, 4]
        assert sorted(await asyncio.gather(*map(take, operators))) == [1, 2, 3, 4]
