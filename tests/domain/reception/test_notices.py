"""Who works at a desk finds notices of what is passed on; nobody is told of what they did themselves."""

from collections.abc import Awaitable, Callable

from domain.correspondence.queries.notices import NoticeRow, notices_of
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.referrals.return_sheet import ReturnSheet, return_sheet
from tests.domain.reception.conftest import Desk
from tests.domain.reception.test_passing_on import propose, send

Follow = Callable[[], Awaitable[int]]


async def _told(desk: Desk, operator: Operator) -> list[NoticeRow]:
    async with unit_of_work(operator, read_only=True, bind=desk.connection) as work:
        return list((await notices_of(work, operator)).items)


async def test_the_office_that_gets_a_sheet_is_told_and_the_sender_when_it_comes_back(
    desk: Desk, everything_that_follows: Follow
) -> None:
    receiver = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    head = await desk.as_role(Role.OFFICE_HEAD)
    sheet_id = await desk.complete(await desk.person())
    referral_id = await send(desk, sheet_id, desk.other_office_id)
    await everything_that_follows()
    [arrived] = await _told(desk, receiver)
    assert (arrived.kind, arrived.path) == (NoticeKind.SHEET_RECEIVED, f"/accoglienza/schede/{sheet_id}")
    assert await _told(desk, desk.operator) == []
    async with unit_of_work(receiver, bind=desk.connection) as work:
        await return_sheet(work, receiver, ReturnSheet(referral_id=referral_id, answer="Non abita qui"))
    await everything_that_follows()
    for sender in (desk.operator, head):
        [returned] = await _told(desk, sender)
        assert returned.kind is NoticeKind.SHEET_RETURNED
    assert len(await _told(desk, receiver)) == 1


async def test_who_takes_people_in_charge_is_told_of_a_proposal_without_a_name(
    desk: Desk, everything_that_follows: Follow
) -> None:
    worker = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    clerk = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    sheet_id = await desk.complete(await desk.person(), needs=())
    await propose(desk, sheet_id, desk.other_office_id)
    await everything_that_follows()
    [proposed] = await _told(desk, worker)
    assert proposed.kind is NoticeKind.CARE_PROPOSED
    assert "Bellandi" not in str(proposed.sentence)
    assert await _told(desk, clerk) == []
