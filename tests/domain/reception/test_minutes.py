"""The minutes of work on requested services, for who reads sheets and for who only counts."""

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.queries.sheets.request_minutes import RequestMinutes, request_minutes
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.terms.sheets import Outcome
from tests.domain.reception.conftest import Desk
from tests.support.personas import FATIMA

ASKED = ({"code": "Telesoccorso", "minutes": 12}, {"code": "Assistenza domiciliare", "minutes": 30})


async def minutes(desk: Desk, operator: Operator, wanted: SheetFilter | None = None) -> RequestMinutes:
    async with unit_of_work(operator, read_only=True, bind=desk.connection) as work:
        return await request_minutes(work, operator, wanted or SheetFilter())


async def test_minutes_add_up_by_office_and_operator_under_the_filter(desk: Desk) -> None:
    await desk.complete(await desk.person(), requests=ASKED)
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    await desk.complete(await desk.person(FATIMA), there, requests=ASKED[:1], outcome="orientation")
    found = await minutes(desk, desk.operator)
    assert found.total == 54
    assert found.by_office == [(desk.operator.office_id, 42), (desk.other_office_id, 12)]
    assert found.by_operator[0] == ("Luca Banco", 42)
    assert sum(told for _name, told in found.by_operator) == 54
    assert (await minutes(desk, desk.operator, SheetFilter(outcome=Outcome.ORIENTATION))).total == 12
    assert (await minutes(desk, desk.operator, SheetFilter(outcome=Outcome.EMERGENCY))).by_operator == []


async def test_a_masked_desks_minutes_stay_within(desk: Desk) -> None:
    await desk.complete(await desk.person(), requests=ASKED)
    head = await desk.as_role(Role.OFFICE_HEAD)
    async with unit_of_work(head, bind=desk.connection) as work:
        await set_desk(work, head, SetDesk(office_id=head.office_id, is_masked_elsewhere=True))
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    assert (await minutes(desk, there)).total == 0
    assert (await minutes(desk, desk.operator)).total == 42


async def test_who_only_counts_reads_no_work_of_one_or_two_sheets(desk: Desk) -> None:
    planner = await desk.as_role(Role.PLANNER)
    rosa = await desk.person()
    await desk.complete(rosa, requests=ASKED)
    found = await minutes(desk, planner)
    assert (found.total, found.by_office[0][1], found.by_operator[0][1]) == (0, 0, 0)
    for _one in range(2):
        await desk.complete(rosa, requests=ASKED)
    assert (await minutes(desk, planner)).total == 125
