"""An account from abroad is linked to a known person: everything follows, nothing links by itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.desk.give_codice_fiscale import GiveCodiceFiscale, give_codice_fiscale
from domain.access.actions.desk.link_account import LinkAccount, link_account
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.queries.desk_accounts import unlinked_accounts
from domain.access.queries.session_actor import session_actor
from domain.access.refusals import NotLinkable
from domain.access.terms import IdentityDocument, Site, Way
from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.intake.queries.own_applications import own_applications
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.refusals import AlreadyRegistered
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, Territory, a_person, a_territory, an_operator
from tests.support.personas import OKSANA

ABROAD = Identity(
    way=Way.EIDAS,
    issuer="https://eidas.example",
    subject="DE/IT/12345",
    level=Level.TWO,
    codice_fiscale=None,
    given_name=OKSANA.given_name,
    family_name=OKSANA.family_name,
    born_on=OKSANA.born_on,
)
SPID = replace(ABROAD, way=Way.SPID, issuer="https://spid.example", subject="s", codice_fiscale=OKSANA.codice_fiscale)
SEEN: dict[str, Any] = {
    "document_kind": IdentityDocument.RESIDENCE_PERMIT,
    "document_number": "I00000000",
    "document_issuer": "Questura di Prova",
    "document_expires_on": date(2099, 1, 1),
    "reason": "Il permesso di soggiorno riporta il codice fiscale.",
}


@dataclass(frozen=True)
class Scene:
    """Oksana came in from abroad; an operator of the ambito is at the desk."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    follow: Callable[[], Awaitable[int]]

    async def comes_in(self, identity: Identity = ABROAD) -> Citizen:
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            ambito_id = self.territory.ambito_id
            token = await sign_in_citizen(work, identity, ambito_id=ambito_id, language="uk", device="")
        found = await session_actor(token, Site.PORTAL, bind=self.connection)
        assert found is not None
        assert isinstance(found.actor, Citizen)
        return found.actor

    async def link(self, former_id: UUID, known_id: UUID, **changes: Any) -> None:
        command = LinkAccount(from_person_id=former_id, to_person_id=known_id, **SEEN | changes)
        async with unit_of_work(self.operator, bind=self.connection) as work:
            await link_account(work, self.operator, command)
        await self.follow()

    async def known(self) -> UUID:
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await a_person(work, self.territory, OKSANA)

    async def rows(self, query: str) -> list[Any]:
        async with unit_of_work(SYSTEM, read_only=True, bind=self.connection) as work:
            return list((await (await work.session.connection()).execute(sa.text(query))).scalars().all())


@pytest.fixture
async def scene(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Scene:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
        operator = await an_operator(work, territory.ambito_office_id, (Role.DESK_OPERATOR,))
    return Scene(connection, territory, operator, everything_that_follows)


async def applied(scene: Scene, citizen: Citizen) -> UUID:
    async with unit_of_work(citizen, bind=scene.connection) as work:
        application_id = (await a_submitted_application(work, citizen)).id
    await scene.follow()
    return application_id


async def test_somebody_without_codice_fiscale_applies_like_anybody(scene: Scene) -> None:
    citizen = await scene.comes_in()
    application_id = await applied(scene, citizen)
    async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
        assert [one.id for one in await own_applications(work, citizen)] == [application_id]


async def test_after_linking_both_identities_lead_to_everything(scene: Scene) -> None:
    citizen, known_id = await scene.comes_in(), await scene.known()
    application_id = await applied(scene, citizen)
    await scene.link(citizen.person_id, known_id)
    for identity in (ABROAD, SPID):
        again = await scene.comes_in(identity)
        assert again.person_id == known_id
        async with unit_of_work(again, read_only=True, bind=scene.connection) as work:
            assert [one.id for one in await own_applications(work, again)] == [application_id]
    assert set(await scene.rows('SELECT person_id FROM casework."case"')) == {known_id}
    assert set(await scene.rows("SELECT person_id FROM correspondence.letter")) == {known_id}
    assert set(await scene.rows("SELECT person_id FROM documents.document")) == {known_id}
    assert len(await scene.rows("SELECT id FROM access.account")) == 1


async def test_two_accounts_become_one_and_two_cases_too(scene: Scene) -> None:
    known = await scene.comes_in(SPID)
    citizen = await scene.comes_in()
    assert citizen.person_id != known.person_id  # same name, same birthday: nothing links by itself
    both = {await applied(scene, citizen), await applied(scene, known)}
    await scene.link(citizen.person_id, known.person_id)
    again = await scene.comes_in()
    assert again.account_id == known.account_id
    async with unit_of_work(again, read_only=True, bind=scene.connection) as work:
        assert {one.id for one in await own_applications(work, again)} == both
    assert len(set(await scene.rows("SELECT case_id FROM casework.case_application"))) == 1


async def test_who_was_in_must_come_in_again(scene: Scene) -> None:
    citizen = await scene.comes_in()
    await scene.link(citizen.person_id, await scene.known())
    assert await scene.rows("SELECT id FROM access.session WHERE ended_at IS NULL") == []


async def test_the_former_record_is_found_no_more_and_its_history_stays(scene: Scene) -> None:
    citizen, known_id = await scene.comes_in(), await scene.known()
    await scene.link(citizen.person_id, known_id)
    async with unit_of_work(scene.operator, read_only=True, bind=scene.connection) as work:
        assert await ids_found(work, work.actor, "Melnyk") == [known_id]
        assert await unlinked_accounts(work, scene.operator) == []
    assert await scene.rows("SELECT same_as_id FROM registry.person WHERE same_as_id IS NOT NULL") == [known_id]
    assert await scene.rows("SELECT reason FROM access.account_link") == [SEEN["reason"]]


async def test_a_person_nobody_knew_otherwise_gets_the_codice_fiscale(scene: Scene) -> None:
    citizen = await scene.comes_in()
    command = GiveCodiceFiscale(person_id=citizen.person_id, codice_fiscale=OKSANA.codice_fiscale, **SEEN)
    async with unit_of_work(scene.operator, bind=scene.connection) as work:
        assert [one.person_id for one in await unlinked_accounts(work, scene.operator)] == [citizen.person_id]
        await give_codice_fiscale(work, scene.operator, command)
    assert (await scene.comes_in(SPID)).account_id == citizen.account_id


async def test_the_codice_fiscale_of_somebody_known_is_not_given_twice(scene: Scene) -> None:
    citizen, _known_id = await scene.comes_in(), await scene.known()
    command = GiveCodiceFiscale(person_id=citizen.person_id, codice_fiscale=OKSANA.codice_fiscale, **SEEN)
    with pytest.raises(AlreadyRegistered):
        async with unit_of_work(scene.operator, bind=scene.connection) as work:
            await give_codice_fiscale(work, scene.operator, command)


async def test_only_an_account_without_code_is_linked_to_a_person_with_one(scene: Scene) -> None:
    citizen, known_id = await scene.comes_in(), await scene.known()
    for pair in ((known_id, citizen.person_id), (citizen.person_id, citizen.person_id), (known_id, known_id)):
        with pytest.raises(NotLinkable):
            await scene.link(*pair)


async def test_without_a_valid_document_and_a_reason_nobody_is_linked(scene: Scene) -> None:
    citizen, known_id = await scene.comes_in(), await scene.known()
    with pytest.raises(Invalid):
        await scene.link(citizen.person_id, known_id, document_expires_on=date(2020, 1, 1))
    with pytest.raises(ValueError, match="reason"):
        await scene.link(citizen.person_id, known_id, reason="  boh  ")


async def test_who_is_not_at_the_desk_or_has_one_out_of_reach_links_nobody(scene: Scene) -> None:
    citizen, known_id = await scene.comes_in(), await scene.known()
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        planner = await an_operator(work, scene.territory.ambito_office_id, (Role.PLANNER,))
        neighbour = await an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,))
    command = LinkAccount(from_person_id=citizen.person_id, to_person_id=known_id, **SEEN)
    for operator, refusal in ((planner, NotAllowed), (neighbour, NotFound)):
        with pytest.raises(refusal):
            async with unit_of_work(operator, bind=scene.connection) as work:
                await link_account(work, operator, command)
