"""Whoever decides how long things are kept sees how many appointments and invitations are over."""

from datetime import date, datetime, time, timedelta

from domain.kernel.clock import ROME
from domain.platform.work import unit_of_work
from domain.scheduling.actions.inviting.withdraw_invitation import WithdrawInvitation, withdraw_invitation
from domain.scheduling.queries.old_appointments import old_appointments, old_invitations
from tests.domain.scheduling.inviting.conftest import TODAY, Inviting
from tests.support.given import SYSTEM
from tests.support.scheduling.appointments import at

DAY = timedelta(days=1)


def midnight(day: date) -> datetime:
    """When a day begins in Rome."""
    return datetime.combine(day, time.min, ROME)


async def test_an_appointment_is_old_when_it_has_ended(inviting: Inviting) -> None:
    await inviting.office.book(at(3), "Rosa", person_id=inviting.rosa_id)
    ends_at = (await inviting.office.asked("SELECT ends_at FROM scheduling.appointment"))[0].ends_at
    async with unit_of_work(SYSTEM, read_only=True, bind=inviting.office.bind) as work:
        enti = inviting.office.territory.family
        assert await old_appointments(work, SYSTEM, ends_at, enti) == {}
        assert sum((await old_appointments(work, SYSTEM, ends_at + timedelta(minutes=1), enti)).values()) == 1


async def test_an_invitation_is_old_after_its_last_day_once_nobody_waits(inviting: Inviting) -> None:
    invitation = await inviting.invite(days=14)
    last, after = midnight(TODAY + 14 * DAY), midnight(TODAY + 15 * DAY)
    assert await _old(inviting, after) == 0, "the office still waits"
    await inviting.office.do(withdraw_invitation, WithdrawInvitation(invitation_id=invitation), inviting.operator)
    assert (await _old(inviting, last), await _old(inviting, after)) == (0, 1)


async def _old(inviting: Inviting, before: datetime) -> int:
    async with unit_of_work(SYSTEM, read_only=True, bind=inviting.office.bind) as work:
        return sum((await old_invitations(work, SYSTEM, before, inviting.office.territory.family)).values())
