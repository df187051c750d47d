"""The database drops the connection at each statement of the request that sends an application."""

from typing import Any

import httpx
import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.openid_parties import Identity, Level
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.app import create_app
from tests.robustness.conftest import Applicant
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.personas import ROSA

MOST_STATEMENTS = 200
STATE = """
    SELECT (SELECT status FROM intake.application WHERE id = %(id)s),
           (SELECT count(*) FROM platform.event WHERE kind LIKE '%%:ApplicationSubmitted'),
           (SELECT count(*) FROM jobs.queue WHERE message->>'actor_name' = 'publish')"""


class Scissors:
    """Cuts the connection of the application just before its ``at``-th statement, or its commit."""

    def __init__(self, engine: AsyncEngine, owner: "psycopg.Connection[Any]") -> None:
        self.owner, self.at, self.seen = owner, 0, 0
        sa.event.listen(engine.sync_engine, "before_cursor_execute", self._statement)
        sa.event.listen(engine.sync_engine, "commit", self._commit)

    def set(self, at: int) -> None:
        """Cut at the ``at``-th occasion from now; never when 0."""
        self.at, self.seen = at, 0

    def _statement(self, connection: sa.Connection, *_more: Any) -> None:
        self._pass(connection)

    def _commit(self, connection: sa.Connection) -> None:
        self._pass(connection)

    def _pass(self, connection: sa.Connection) -> None:
        self.seen += 1
        if self.seen == self.at:
            driver: Any = connection.connection.driver_connection
            self.owner.execute("SELECT pg_terminate_backend(%s, 2000)", (driver.info.backend_pid,))


async def _signed_in(applicant: Applicant, engine: AsyncEngine, client: httpx.AsyncClient) -> Browser:
    identity = Identity(
        codice_fiscale=ROSA.codice_fiscale,
        given_name=ROSA.given_name,
        family_name=ROSA.family_name,
        born_on=ROSA.born_on,
        sex=ROSA.sex,
        birthplace_code=None,
        email=None,
        level=Level.TWO,
        subject=ROSA.codice_fiscale,
        issuer="https://idp.example",
        access_token="",
    )
    async with unit_of_work(SYSTEM, bind=engine) as work:
        token = await sign_in_citizen(
            work, identity, ambito_id=applicant.territory.ambito_id, language="it", device="prova"
        )
    client.cookies.set("portal", token, domain="prova.test")
    return Browser(client)


@pytest.mark.slow
async def test_a_connection_cut_at_any_statement_sends_the_application_once_or_not_at_all(
    applicant: Applicant, engine: AsyncEngine, database_url_owner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "portal_ente", applicant.portal)
    app = create_app()
    app.state["bind"] = engine
    transport = httpx.ASGITransport(app=app)  # pyright: ignore[reportArgumentType]
    wanted = {"id": applicant.application_id}
    async with httpx.AsyncClient(transport=transport, base_url="http://prova.test", follow_redirects=False) as client:
        browser = await _signed_in(applicant, engine, client)
        form = (await browser.open(f"/domande/{applicant.application_id}/riepilogo")).form("Invia la domanda")
        with psycopg.connect(database_url_owner, autocommit=True) as owner:
            scissors = Scissors(engine, owner)
            for at in range(1, MOST_STATEMENTS):
                scissors.set(at)
                answer = await client.post(form.action, data=form.fields)
                if answer.status_code == 303:
                    break
                assert answer.status_code == 500, (at, answer.text[:300])
                assert owner.execute(STATE, wanted).fetchone() == ("draft", 0, 0), at
            assert answer.headers["location"].endswith("/ricevuta")
            assert at > 10, "the request is more than a few statements"
            assert scissors.seen < at, "the last request was not cut"
            assert owner.execute(STATE, wanted).fetchone() == ("submitted", 1, 1)
            scissors.set(0)
            again = await client.post(form.action, data=form.fields)
            assert again.status_code == 303
            assert owner.execute(STATE, wanted).fetchone() == ("submitted", 1, 1)
