"""Sessions: how they start, live and end."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.choose_office import choose_office
from domain.access.actions.end_session import end_session
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.actions.start_session import StartSession, start_session
from domain.access.gateways.identities import Identity, Level
from domain.access.queries.session_actor import session_actor
from domain.access.refusals import NoOfficeToday, SignInFailed
from domain.access.terms import SessionEnd, Site, Way
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.organization.actions.end_role import EndRole, end_role
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_territory, an_office, an_operator
from tests.support.personas import ROSA


@dataclass(frozen=True)
class Door:
    """A territory and its database."""

    connection: AsyncConnection
    territory: Territory

    async def rosa(self, codice_fiscale: str = ROSA.codice_fiscale) -> str:
        """The token of Rosa's new session on the portal."""
        identity = Identity(
            codice_fiscale=codice_fiscale,
            given_name=ROSA.given_name,
            family_name=ROSA.family_name,
            born_on=ROSA.born_on,
            sex="F",
            birthplace_code=None,
            email="rosa@posta.example",
            level=Level.TWO,
            subject="s",
            issuer="https://idp.example",
            way=Way.CIE,
        )
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await sign_in_citizen(
                work, identity, ambito_id=self.territory.ambito_id, language="it", device="prova"
            )

    async def operator(self) -> tuple[str, Operator]:
        """The token of an operator's new session, and the operator."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            operator = await an_operator(work, self.territory.office_id, (Role.SOCIAL_WORKER,))
            token = await start_session(
                work,
                StartSession(
                    site=Site.BACKOFFICE,
                    way=Way.PASSWORD,
                    ente_id=operator.ente_id,
                    operator_id=operator.operator_id,
                    office_id=operator.office_id,
                ),
            )
        return token, operator

    async def pause(self, minutes: int) -> None:
        """Time goes by in every session."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            await (await work.session.connection()).execute(
                sa.text(
                    "UPDATE access.session SET last_seen_at = last_seen_at - :pause, expires_at = expires_at - :pause"
                ),
                {"pause": timedelta(minutes=minutes)},
            )


@pytest.fixture
async def door(connection: AsyncConnection) -> Door:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return Door(connection, await a_territory(work))


async def test_signing_in_twice_makes_one_person_with_one_account(door: Door) -> None:
    first = await session_actor(await door.rosa(), Site.PORTAL, bind=door.connection)
    second = await session_actor(await door.rosa(), Site.PORTAL, bind=door.connection)
    assert first is not None and second is not None
    assert isinstance(first.actor, Citizen)
    assert first.actor == second.actor
    assert first.session_id != second.session_id
    assert first.name == ROSA.full_name


async def test_a_code_that_the_registry_cannot_keep_is_a_refused_sign_in_and_no_failure_of_ours(door: Door) -> None:
    with pytest.raises(SignInFailed) as refused:
        await door.rosa("RSSMRA85Y01H501Q")
    assert "RSSMRA85Y01H501Q" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_an_unknown_token_is_nobody(door: Door) -> None:
    assert await session_actor("planted", Site.PORTAL, bind=door.connection) is None


async def test_a_token_of_one_site_opens_nothing_on_the_other(door: Door) -> None:
    assert await session_actor(await door.rosa(), Site.BACKOFFICE, bind=door.connection) is None


async def test_after_a_long_pause_a_session_may_only_save(door: Door) -> None:
    token = await door.rosa()
    await door.pause(settings().session_idle_minutes + 1)
    found = await session_actor(token, Site.PORTAL, bind=door.connection)
    assert found is not None
    assert found.is_expired


async def test_being_seen_moves_the_end_of_a_session(door: Door) -> None:
    token = await door.rosa()
    for _ in range(3):
        await door.pause(settings().session_idle_minutes - 5)
        found = await session_actor(token, Site.PORTAL, bind=door.connection)
        assert found is not None and not found.is_expired


async def test_no_session_outlives_its_last_hour(door: Door) -> None:
    token = await door.rosa()
    await door.pause(settings().session_hours * 60 + 1)
    assert await session_actor(token, Site.PORTAL, bind=door.connection) is None


async def test_an_ended_session_stays_ended(door: Door) -> None:
    token = await door.rosa()
    found = await session_actor(token, Site.PORTAL, bind=door.connection)
    assert found is not None
    for reason in (SessionEnd.SIGNED_OUT, SessionEnd.REVOKED):
        async with unit_of_work(SYSTEM, bind=door.connection) as work:
            await end_session(work, found.session_id, reason)
    assert await session_actor(token, Site.PORTAL, bind=door.connection) is None


async def test_an_operator_comes_in_with_the_roles_of_the_active_office(door: Door) -> None:
    token, operator = await door.operator()
    found = await session_actor(token, Site.BACKOFFICE, bind=door.connection)
    assert found is not None
    assert found.actor == operator


async def test_after_the_roles_end_date_the_role_is_gone(door: Door) -> None:
    token, operator = await door.operator()
    async with unit_of_work(SYSTEM, bind=door.connection) as work:
        held = (await operator_card(work, operator.operator_id)).roles[0]
        await end_role(work, SYSTEM, EndRole(assignment_id=held.assignment_id, ends_on=work.today - timedelta(days=1)))
    assert await session_actor(token, Site.BACKOFFICE, bind=door.connection) is None


async def test_nobody_works_in_an_office_without_a_role_there(door: Door) -> None:
    token, _operator = await door.operator()
    found = await session_actor(token, Site.BACKOFFICE, bind=door.connection)
    assert found is not None
    async with unit_of_work(SYSTEM, bind=door.connection) as work:
        other = await an_office(work, door.territory.comune_id)
    with pytest.raises(NoOfficeToday):
        async with unit_of_work(SYSTEM, bind=door.connection) as work:
            await choose_office(work, found.session_id, other)
