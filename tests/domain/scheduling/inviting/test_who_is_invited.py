"""Who may invite, who may be invited, and who knows of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.kernel.actor import Actor, Citizen, Visitor
from domain.kernel.refusals import Invalid, NotFound, Refused
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.scheduling.actions.inviting.withdraw_invitation import WithdrawInvitation, withdraw_invitation
from domain.scheduling.model.agenda import Need
from domain.scheduling.queries.inviting.own_invitations import own_invitations
from domain.scheduling.refusals import AlreadyExpected, NotInvitable, NotYourDay
from tests.domain.scheduling.inviting.conftest import TODAY, Inviting
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE
from tests.support.scheduling.appointments import at

Follow = Callable[[], Awaitable[int]]
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [({"days": 0}, Invalid), ({"days": 400}, Invalid), ({"office": "neighbour_office_id"}, Invalid)],
    ids=["today", "too far ahead", "an office that does not receive"],
)
async def test_an_invitation_that_could_not_be_followed_is_refused(
    inviting: Inviting, facts: dict[str, object], refusal: type[Refused]
) -> None:
    wanted: dict[str, object] = dict(facts)
    if "office" in wanted:
        wanted["office_id"] = getattr(inviting.office.territory, str(wanted.pop("office")))
    with pytest.raises(refusal):
        await inviting.invite(**wanted)  # pyright: ignore[reportArgumentType]


async def test_who_has_an_appointment_already_is_not_invited(inviting: Inviting) -> None:
    await inviting.office.book(at(3), "Rosa", person_id=inviting.rosa_id)
    with pytest.raises(AlreadyExpected):
        await inviting.invite()


async def test_who_must_be_left_alone_is_neither_invited_nor_reminded(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    await inviting.invite()
    hiding = SetContactProfile(person_id=inviting.rosa_id, is_hidden=True, why="Ha paura")
    await inviting.office.do(set_contact_profile, hiding, inviting.operator)
    await everything_that_follows()
    assert await inviting.letters() == []
    assert await inviting.swept(TODAY + 7 * DAY) == 0
    with pytest.raises(NotInvitable):
        await inviting.invite(need_id=inviting.office.need_id)


async def test_only_who_receives_people_invites_and_settles(inviting: Inviting) -> None:
    invitation = await inviting.invite()
    territory = inviting.office.territory
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        admin = await an_operator(work, territory.office_id, (Role.ENTE_ADMIN,))
        stranger = await an_operator(work, territory.neighbour_office_id, (Role.DESK_OPERATOR,))
    for who, refusal in ((admin, NotYourDay), (stranger, NotFound)):
        with pytest.raises(refusal):
            await inviting.office.do(withdraw_invitation, WithdrawInvitation(invitation_id=invitation), who)


async def test_what_is_discreet_is_found_by_the_person_and_not_by_who_acts_for_them(inviting: Inviting) -> None:
    await inviting.invite()
    territory = inviting.office.territory
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        davide = await a_person(work, territory, DAVIDE)
    rosa = a_citizen(territory, inviting.rosa_id)
    guardian = a_citizen(territory, davide, acts_for=(inviting.rosa_id,))
    assert [await _found(inviting, who) for who in (rosa, guardian)] == [1, 1]
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        (await work.session.get_one(Need, inviting.office.need_id)).is_discreet = True
    assert [await _found(inviting, who) for who in (rosa, guardian)] == [1, 0]


async def _found(inviting: Inviting, who: Citizen) -> int:
    async with unit_of_work(who, read_only=True, bind=inviting.office.bind) as work:
        return len(await own_invitations(work, who))


async def test_postgresql_alone_shows_an_invitation_to_its_ente_and_its_person(inviting: Inviting) -> None:
    await inviting.invite()
    territory = inviting.office.territory
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        neighbour = await an_operator(work, territory.neighbour_office_id)
        davide = a_citizen(territory, await a_person(work, territory, DAVIDE))
    rosa = a_citizen(territory, inviting.rosa_id)
    guardian = a_citizen(territory, davide.person_id, acts_for=(inviting.rosa_id,))
    for who in (SYSTEM, inviting.operator, rosa, guardian):
        assert await _seen(inviting, who) == 1, who
    for who in (neighbour, davide, Visitor(territory.family)):
        assert await _seen(inviting, who) == 0, who
    assert await _changed(inviting, rosa) == 0, "the person reads"
    assert await _changed(inviting, inviting.operator) == 1


async def _seen(inviting: Inviting, who: Actor) -> int:
    await inviting.office.bind.run_sync(tell, who)  # pyright: ignore[reportAttributeAccessIssue]
    counted = sa.text("SELECT count(*) FROM scheduling.booking_invitation WHERE person_id = :rosa")
    found = await inviting.office.bind.execute(counted, {"rosa": inviting.rosa_id})  # pyright: ignore[reportAttributeAccessIssue]
    return found.scalar_one()


async def _changed(inviting: Inviting, who: Actor) -> int:
    await inviting.office.bind.run_sync(tell, who)  # pyright: ignore[reportAttributeAccessIssue]
    changed = sa.text("UPDATE scheduling.booking_invitation SET note = 'altro' WHERE person_id = :rosa")
    return (await inviting.office.bind.execute(changed, {"rosa": inviting.rosa_id})).rowcount  # pyright: ignore[reportAttributeAccessIssue]
