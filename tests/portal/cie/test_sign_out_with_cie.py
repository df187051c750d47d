"""Going out: here at once, at the provider soon."""

import httpx
import pytest
import sqlalchemy as sa

from domain.access import jobs
from domain.access.actions.federation.revoke_access_token import MOST_TRIES, revoke_access_token
from tests.portal.cie.test_sign_in_with_cie import is_outside, sign_in
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.outside.cie import Cie
from tests.support.queue import drain

_QUEUED = sa.text("""
    SELECT message->'args' AS args, extract(epoch FROM available_at - now()) AS pause FROM jobs.queue
    WHERE message->>'actor_name' = 'revoke_access_token'""")


@pytest.fixture(autouse=True)
def jobs_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker knows the jobs of access."""
    from domain import worker

    for name, job in jobs.JOBS.items():
        monkeypatch.setitem(worker.JOBS, name, job)


async def go_out(browser: Browser) -> None:
    await browser.send((await browser.open("/area-personale")).form("Esci"))


async def test_the_access_token_is_revoked_after_the_sign_out(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    await go_out(visitor)
    assert cie.revoked == []
    assert await is_outside(visitor)
    await drain(portal.connection)
    assert len(cie.revoked) == 1
    kept = (await portal.connection.execute(sa.text("SELECT provider_session FROM access.session"))).scalar_one()
    assert kept == ""
    steps = sa.text("SELECT step, is_success FROM access.transaction_record WHERE step LIKE 'revocation%'")
    assert set((await portal.connection.execute(steps)).all()) == {
        ("revocation_request", True),
        ("revocation_response", True),
    }


async def test_a_session_that_another_one_replaces_is_revoked_too(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    await sign_in(visitor, cie)
    await drain(portal.connection)
    assert len(cie.revoked) == 1
    assert not await is_outside(visitor)


@pytest.mark.parametrize("odd", [httpx.Response(503), httpx.ConnectTimeout(""), httpx.Response(400, json={})])
async def test_a_provider_that_does_not_answer_is_asked_again_later_and_later(
    portal: Portal, visitor: Browser, cie: Cie, odd: httpx.Response | Exception
) -> None:
    await sign_in(visitor, cie)
    cie.wire = {"/cie/revocation": odd}
    await go_out(visitor)
    assert await is_outside(visitor)
    session_id = str((await portal.connection.execute(sa.text("SELECT id FROM access.session"))).scalar_one())
    pauses = []
    for tries in range(MOST_TRIES - 1):
        await portal.connection.execute(sa.text("DELETE FROM jobs.queue"))
        await revoke_access_token(session_id, tries, bind=portal.connection)
        ((args, pause),) = (await portal.connection.execute(_QUEUED)).all()
        assert args == [session_id, tries + 1]
        pauses.append(float(pause))
    assert pauses == sorted(pauses) and pauses[-1] > 300
    await portal.connection.execute(sa.text("DELETE FROM jobs.queue"))
    await revoke_access_token(session_id, MOST_TRIES - 1, bind=portal.connection)
    assert (await portal.connection.execute(_QUEUED)).all() == []
    cie.wire = {}
    await revoke_access_token(session_id, bind=portal.connection)
    assert cie.revoked == []


async def test_a_living_session_is_never_revoked(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    session_id = str((await portal.connection.execute(sa.text("SELECT id FROM access.session"))).scalar_one())
    await revoke_access_token(session_id, bind=portal.connection)
    assert cie.revoked == []


async def test_a_session_without_a_token_is_nobody_elses_business(portal: Portal, rosa: Browser, cie: Cie) -> None:
    await go_out(rosa)
    assert (await portal.connection.execute(_QUEUED)).all() == []
