"""The database drops the connection at each statement of the request that sends an application."""

from collections.abc import Callable
from typing import Any

import httpx
import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.event import listen, remove
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.terms import Way
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.app import create_app
from tests.robustness.conftest import Place
from tests.support.given import SYSTEM
from tests.support.html import Browser, Form
from tests.support.personas import ROSA

MOST_STATEMENTS = 200
STATE = """
    SELECT (SELECT status FROM intake.application WHERE id = %(id)s),
           (SELECT count(*) FROM platform.event WHERE kind LIKE '%%:ApplicationSubmitted'),
           (SELECT count(*) FROM jobs.queue WHERE message->'args'->>0 IN
               (SELECT id::text FROM platform.event WHERE kind LIKE '%%:ApplicationSubmitted'))"""


class Scissors:
    """Cuts the connection of the application just before its ``at``-th statement, or its commit."""

    def __init__(self, engine: AsyncEngine, owner: "psycopg.Connection[Any]") -> None:
        self.engine, self.owner, self.at, self.seen = engine, owner, 0, 0
        listen(engine.sync_engine, "before_cursor_execute", self._statement)
        listen(engine.sync_engine, "commit", self._commit)

    def put_away(self) -> None:
        """Cut nothing any more."""
        remove(self.engine.sync_engine, "before_cursor_execute", self._statement)
        remove(self.engine.sync_engine, "commit", self._commit)

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


async def _signed_in(place: Place, client: httpx.AsyncClient) -> Browser:
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
        way=Way.CIE,
    )
    async with unit_of_work(SYSTEM, bind=place.engine) as work:
        token = await sign_in_citizen(
            work, identity, ambito_id=place.territory.ambito_id, language="it", device="prova"
        )
    client.cookies.set("portal", token, domain="prova.test")
    return Browser(client)


@pytest.mark.slow
async def test_a_connection_cut_at_any_statement_sends_the_application_once_or_not_at_all(
    place: Place, engine: AsyncEngine, database_url_owner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "portal_ente", place.portal)
    applicant = await place.applicant()
    app = create_app()
    app.state["bind"] = engine
    transport = httpx.ASGITransport(app=app)  # pyright: ignore[reportArgumentType]
    wanted = {"id": applicant.application_id}
    async with httpx.AsyncClient(transport=transport, base_url="http://prova.test", follow_redirects=False) as client:
        browser = await _signed_in(place, client)
        form = (await browser.open(f"/domande/{applicant.application_id}/riepilogo")).form("Invia la domanda")
        with psycopg.connect(database_url_owner, autocommit=True) as owner:
            scissors = Scissors(engine, owner)
            try:
                cuts = await _cut_until_it_is_sent(
                    scissors, client, form, lambda: owner.execute(STATE, wanted).fetchone()
                )
            finally:
                scissors.put_away()
            assert cuts > 10, "the request is more than a few statements"
            assert owner.execute(STATE, wanted).fetchone() == ("submitted", 1, 1)
            again = await client.post(form.action, data=form.fields)
            assert again.status_code == 303
            assert owner.execute(STATE, wanted).fetchone() == ("submitted", 1, 1)


async def _cut_until_it_is_sent(
    scissors: Scissors, client: httpx.AsyncClient, form: Form, state: Callable[[], tuple[Any, ...] | None]
) -> int:
    """Send the form again and again, each time cut one statement later; how many cuts were made."""
    for at in range(1, MOST_STATEMENTS):
        scissors.set(at)
        with capture_logs():  # each cut is told with its whole stack: printing that takes longer than the cut
            answer = await client.post(form.action, data=form.fields)
        if answer.status_code == 303:
            assert answer.headers["location"].endswith("/ricevuta")
            assert scissors.seen < at, "the request that was answered is one that was not cut"
            return at - 1
        assert answer.status_code == 500, (at, answer.text[:300])
        assert state() == ("draft", 0, 0), at
    raise AssertionError("never sent")
