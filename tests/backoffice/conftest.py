"""The back office on a territory with home care on offer, and operators at it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import httpx
import pytest
from pyotp import random_base32
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from backoffice.app import create_app
from domain.access.actions.set_credentials import SetCredentials, set_credentials
from domain.access.actions.start_session import StartSession, start_session
from domain.access.terms import Site, Way
from domain.kernel.roles import Role
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, an_operator
from tests.support.html import Browser
from tests.support.questions import Questions, counter
from tests.support.sites import one_site
from tests.support.stage import fixtures
from tests.support.stage.cheap import hash_cheaply, print_cheaply
from tests.support.stage.on_offer import services_on_offer
from tests.support.stage.stages import Stage

PASSWORD = "una frase lunga e segreta"


@dataclass(frozen=True)
class Office:
    """The site, its territory, and ways to work at it."""

    connection: AsyncConnection
    territory: Territory
    browser: Callable[[], Browser]
    follow: Callable[[], Awaitable[int]]

    async def at_work(self, *roles: Role, office_id: UUID | None = None, names: str = "Anna Prova") -> Browser:
        """An operator with a session in the office of the first comune, or in ``office_id``."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            operator = await an_operator(work, office_id or self.territory.office_id, roles, names=names)
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
        browser = self.browser()
        browser.client.cookies.set("backoffice", token, domain="prova.test")
        return browser

    async def with_credentials(self, roles: Sequence[Role] = (Role.SOCIAL_WORKER,)) -> tuple[str, str]:
        """The e-mail and the TOTP secret of an operator who has not signed in yet."""
        secret = random_base32()
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            operator = await an_operator(work, self.territory.office_id, roles)
            command = SetCredentials(operator_id=operator.operator_id, password=PASSWORD, totp_secret=secret)
            await set_credentials(work, command)
            return (await operator_card(work, operator.operator_id)).email, secret

    async def an_application(self) -> UUID:
        """Rosa has applied for home care, and the worker has done its part."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            person_id = await a_person(work, self.territory)
        citizen = a_citizen(self.territory, person_id)
        async with unit_of_work(citizen, bind=self.connection) as work:
            application_id = (await a_submitted_application(work, citizen)).id
        await self.follow()
        return application_id


standing = fixtures.standing_on(services_on_offer)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
async def office(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> AsyncIterator[Office]:
    """The back office of an ambito with services on offer."""
    hash_cheaply(monkeypatch)
    print_cheaply(monkeypatch)
    monkeypatch.setattr(settings(), "portal_ente", stage.built.slug)
    app = one_site(create_app, stage.connection)
    opened: list[httpx.AsyncClient] = []

    def browser() -> Browser:
        transport = httpx.ASGITransport(app=cast(Any, app))
        client = httpx.AsyncClient(transport=transport, base_url="http://prova.test", follow_redirects=True)
        opened.append(client)
        return Browser(client)

    yield Office(stage.connection, stage.built.territory, browser, everything_that_follows)
    for client in opened:
        await client.aclose()


@pytest.fixture
def questions(engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> Questions:
    """``with questions(at_most=3): …`` fails when a page asks the database more often; the site is known already."""
    monkeypatch.setattr("web.middleware.FRESH_SECONDS", 3600.0)
    return counter(engine)
