"""The portal on a territory with home care on offer, and people at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

import domain.intake.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.terms import Way
from domain.correspondence import jobs as correspondence_jobs
from domain.documents import jobs as documents_jobs
from domain.intake import jobs as intake_jobs
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.privacy import jobs as privacy_jobs
from portal.app import create_app
from tests.support.given import SYSTEM, Territory, a_person
from tests.support.html import Browser
from tests.support.personas import ROSA, Persona
from tests.support.questions import Questions, counter
from tests.support.sites import one_site
from tests.support.stage import fixtures
from tests.support.stage.on_offer import services_on_offer
from tests.support.stage.stages import Stage


@dataclass(frozen=True)
class Portal:
    """The site, its territory, and ways to be somebody at it."""

    connection: AsyncConnection
    territory: Territory
    browser: Callable[[], Browser]

    async def person(self, persona: Persona = ROSA) -> UUID:
        """Somebody whom the comune knows."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await a_person(work, self.territory, persona)

    async def signed_in(self, persona: Persona = ROSA) -> Browser:
        """The persona with a session, as after the identity provider has vouched."""
        identity = Identity(
            codice_fiscale=persona.codice_fiscale,
            given_name=persona.given_name,
            family_name=persona.family_name,
            born_on=persona.born_on,
            sex=persona.sex,
            birthplace_code=None,
            email="prova@example.org",
            level=Level.TWO,
            subject=persona.codice_fiscale,
            issuer="https://idp.example",
            way=Way.CIE,
        )
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            token = await sign_in_citizen(
                work, identity, ambito_id=self.territory.ambito_id, language="it", device="prova"
            )
        browser = self.browser()
        browser.client.cookies.set("portal", token, domain="prova.test")
        return browser


@pytest.fixture(autouse=True)
def jobs_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker knows the jobs of these contexts, whatever else it knows."""
    for jobs in (correspondence_jobs.JOBS, documents_jobs.JOBS, intake_jobs.JOBS, privacy_jobs.JOBS):
        for name, job in jobs.items():
            monkeypatch.setitem(worker.JOBS, name, job)


standing = fixtures.standing_on(services_on_offer)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
async def portal(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Portal]:
    """The portal of an ambito with services on offer."""
    monkeypatch.setattr(settings(), "portal_ente", stage.built.slug)
    app = one_site(create_app, stage.connection)
    opened: list[httpx.AsyncClient] = []

    def browser() -> Browser:
        transport = httpx.ASGITransport(app=app)  # pyright: ignore[reportArgumentType]
        client = httpx.AsyncClient(transport=transport, base_url="http://prova.test", follow_redirects=True)
        opened.append(client)
        return Browser(client)

    yield Portal(stage.connection, stage.built.territory, browser)
    for client in opened:
        await client.aclose()


@pytest.fixture
async def visitor(portal: Portal) -> Browser:
    """Somebody who is not signed in."""
    return portal.browser()


@pytest.fixture
async def rosa(portal: Portal) -> Browser:
    """Rosa, signed in; the comune knows her."""
    await portal.person(ROSA)
    return await portal.signed_in(ROSA)


@pytest.fixture
def questions(engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> Questions:
    """``with questions(at_most=3): …`` fails when a page asks the database more often; the site is known already."""
    monkeypatch.setattr("web.middleware.FRESH_SECONDS", 3600.0)
    return counter(engine)


Follow = Callable[[], Awaitable[int]]
