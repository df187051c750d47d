"""People who act for others, for tests: sessions as they are found at every request, delegations, titles."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.queries.session_actor import session_actor
from domain.access.terms import DelegationScope, Site, Way
from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory
from tests.support.personas import Persona


@dataclass(frozen=True)
class Browsing:
    """Somebody with an open session: who they are is looked up at every click."""

    connection: AsyncConnection
    token: str

    async def now(self) -> Citizen:
        """The citizen, as the next request finds them."""
        found = await session_actor(self.token, Site.PORTAL, bind=self.connection)
        assert found is not None
        assert isinstance(found.actor, Citizen)
        return found.actor


async def browsing(connection: AsyncConnection, territory: Territory, persona: Persona) -> Browsing:
    """The persona with a session on the portal; known to the comune or not."""
    identity = Identity(
        codice_fiscale=persona.codice_fiscale,
        given_name=persona.given_name,
        family_name=persona.family_name,
        born_on=persona.born_on,
        sex=persona.sex,
        birthplace_code=None,
        email=f"{persona.given_name.split()[0].lower()}@posta.example",
        level=Level.TWO,
        subject=persona.codice_fiscale,
        issuer="https://idp.example",
        way=Way.CIE,
    )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        token = await sign_in_citizen(work, identity, ambito_id=territory.ambito_id, language="it", device="prova")
    return Browsing(connection, token)


async def a_grant(giver: Browsing, to: Persona, **facts: Any) -> UUID:
    """A delegation offered to the persona, for everything and for 60 days unless told otherwise."""
    citizen = await giver.now()
    async with unit_of_work(citizen, bind=giver.connection) as work:
        facts = {
            "delegate_codice_fiscale": to.codice_fiscale,
            "delegate_family_name": to.family_name,
            "scope": DelegationScope.ALL,
            "starts_on": work.today,
            "ends_on": work.today + timedelta(days=59),
        } | facts
        return await grant_delegation(work, citizen, GrantDelegation(**facts))


async def accepted(taker: Browsing, delegation_id: UUID) -> None:
    """The taker accepts the delegation."""
    citizen = await taker.now()
    async with unit_of_work(citizen, bind=taker.connection) as work:
        await accept_delegation(work, citizen, AcceptDelegation(delegation_id=delegation_id))
