"""The same valid answer brought by many at once: one session, each time."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.access.actions.admit import Admitted
from domain.access.actions.saml.answer_saml_sign_in import AnswerSamlSignIn, answer_saml_sign_in
from domain.access.actions.saml.begin_saml_sign_in import BeginSamlSignIn, begin_saml_sign_in
from domain.access.refusals import SignInFailed
from domain.access.terms import Site
from domain.platform.database import driver_url
from domain.platform.work import unit_of_work
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, a_territory
from tests.support.saml.federation import Asked, Federation, enrolled

TIMES = 20
BROWSER = "b" * 43


@pytest.fixture
async def workers(
    database_url: str, database_url_owner: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[AsyncEngine, AsyncEngine]]:
    """Two workers with connections of their own to one database."""
    made = tuple(create_async_engine(driver_url(database_url), pool_size=10) for _ in range(2))
    async with swept(database_url_owner):
        with enrolled(monkeypatch):
            yield made[0], made[1]
        for one in made:
            await one.dispose()


async def _answer(federation: Federation, ambito_id: UUID, bind: AsyncEngine) -> AnswerSamlSignIn:
    begin = BeginSamlSignIn(
        site=Site.PORTAL,
        ambito_id=ambito_id,
        entity_id=federation.provider.entity_id,
        browser_token=BROWSER,
        return_path="/domande",
        language="it",
    )
    asked = Asked(await begin_saml_sign_in(begin, bind=bind))
    return AnswerSamlSignIn(
        fields=tuple(federation.form(asked).items()),
        browser_token=BROWSER,
        site=Site.PORTAL,
        ambito_id=ambito_id,
        language="it",
    )


async def test_an_answer_brought_twenty_times_opens_one_session(
    workers: tuple[AsyncEngine, AsyncEngine], tmp_path: Path
) -> None:
    federation = Federation()
    await federation.join(tmp_path, workers[0])
    async with unit_of_work(SYSTEM, bind=workers[0]) as work:
        ambito_id = (await a_territory(work)).ambito_id
    for _ in range(2):
        command = await _answer(federation, ambito_id, workers[0])
        tries = (answer_saml_sign_in(command, bind=workers[number % 2]) for number in range(TIMES))
        found = await asyncio.gather(*tries, return_exceptions=True)
        assert [type(one) for one in found].count(Admitted) == 1
        assert [type(one) for one in found].count(SignInFailed) == TIMES - 1
    async with unit_of_work(SYSTEM, read_only=True, bind=workers[1]) as work:
        connection = await work.session.connection()
        kept = await connection.execute(sa.text("SELECT count(*) FROM access.session"))
        heard = await connection.execute(
            sa.text("SELECT count(*) FROM access.transaction_record WHERE step = 'authn_response' AND is_success")
        )
    assert (kept.scalar_one(), heard.scalar_one()) == (2, 2)


async def test_nobody_comes_in_when_the_register_cannot_be_written(
    workers: tuple[AsyncEngine, AsyncEngine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    federation = Federation()
    await federation.join(tmp_path, workers[0])
    async with unit_of_work(SYSTEM, bind=workers[0]) as work:
        ambito_id = (await a_territory(work)).ambito_id
    command = await _answer(federation, ambito_id, workers[0])

    async def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("domain.access.actions.saml.answer_saml_sign_in.write_transaction", full)
    with pytest.raises(OSError, match="no space"):
        await answer_saml_sign_in(command, bind=workers[0])
    async with unit_of_work(SYSTEM, read_only=True, bind=workers[0]) as work:
        kept = await (await work.session.connection()).execute(sa.text("SELECT count(*) FROM access.session"))
    assert kept.scalar_one() == 0
