"""A provider that was broken into is shut out by us, whatever its federation says; and how sign-in does is measured."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from prometheus_client import REGISTRY
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.providers.block_provider import block_provider
from domain.access.actions.providers.unblock_provider import unblock_provider
from domain.access.actions.remember_sign_in import remember_sign_in
from domain.access.actions.start_session import StartSession, start_session
from domain.access.actions.take_sign_in import take_sign_in
from domain.access.model.provider import IdentityProvider
from domain.access.queries.federation_providers import cie_providers
from domain.access.queries.providers.identity_health import measure_identity
from domain.access.queries.saml_providers import saml_providers
from domain.access.queries.session_actor import session_actor
from domain.access.refusals import SignInFailed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import Site, Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, unit_of_work
from tests.support.given import SYSTEM, a_territory, an_operator

IDP = "https://idp.prova.example"
ANCHOR = "https://anchor.prova.example"


async def a_provider(work: UnitOfWork, *, is_saml: bool = True, **other: Any) -> None:
    """A provider, as its federation would have brought it."""
    values: dict[str, Any] = {
        "way": Way.SPID if is_saml else Way.CIE,
        "entity_id": IDP,
        "name": "Gestore",
        "document": "{}",
        "source": "registry" if is_saml else ANCHOR,
        "fetched_at": work.now,
        "expires_at": work.now + timedelta(hours=5),
        "is_saml": is_saml,
    }
    work.session.add(IdentityProvider(**values | other))


@pytest.fixture
def ways_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """SPID and the federation of CIE are on."""
    for name, value in {"spid": True, "federation": True, "trust_anchors": {ANCHOR: "unread"}}.items():
        monkeypatch.setattr(settings(), name, value)


@pytest.mark.usefixtures("ways_on")
@pytest.mark.parametrize("is_saml", [True, False])
async def test_nobody_comes_in_by_a_blocked_provider_until_we_let_it_in_again(
    connection: AsyncConnection, *, is_saml: bool
) -> None:
    async def offered() -> int:
        async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
            return len(await (saml_providers(work, Way.SPID) if is_saml else cie_providers(work)))

    async with unit_of_work(SYSTEM, bind=connection) as work:
        await a_provider(work, is_saml=is_saml)
    assert await offered() == 1
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await block_provider(work, IDP)
    assert await offered() == 0
    refreshed = sa.text("UPDATE access.identity_provider SET is_enabled = true, fetched_at = now()")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await (await work.session.connection()).execute(refreshed)
    assert await offered() == 0
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await unblock_provider(work, IDP)
    assert await offered() == 1


async def test_whoever_came_in_by_it_is_signed_out_and_nobody_else(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await a_provider(work)
        operator = await an_operator(work, (await a_territory(work)).office_id)
        tokens = [
            await start_session(
                work,
                StartSession(
                    site=Site.BACKOFFICE,
                    way=Way.SPID,
                    ente_id=operator.ente_id,
                    operator_id=operator.operator_id,
                    office_id=operator.office_id,
                    issuer=issuer,
                ),
            )
            for issuer in (IDP, "https://other.example")
        ]
        asked = PendingSignIn(Site.PORTAL, Way.SPID, IDP, 2, "/")
        await remember_sign_in(work, asked, state="state", browser_token="browser")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        assert await block_provider(work, IDP) == 1
    found = [await session_actor(token, Site.BACKOFFICE, bind=connection) for token in tokens]
    assert [one is not None for one in found] == [False, True]
    with pytest.raises(SignInFailed):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await take_sign_in(work, Site.PORTAL, (Way.SPID,), state="state", browser_token="browser")


@pytest.mark.parametrize("action", [block_provider, unblock_provider])
async def test_a_provider_that_nobody_knows_is_not_found(connection: AsyncConnection, action: Any) -> None:
    with pytest.raises(NotFound):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await action(work, "https://nobody.example")


@pytest.mark.usefixtures("ways_on")
async def test_the_gauges_tell_ages_and_ends(connection: AsyncConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    registries = {"spid": "https://registry.example", "cie": "https://off.example"}
    monkeypatch.setattr(settings(), "saml_registry_urls", registries)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await a_provider(work, source=registries["spid"], fetched_at=work.now - timedelta(hours=3))
        await a_provider(work, is_saml=False, entity_id="https://op.example")
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        await measure_identity(work)

    def value(name: str, **labels: str) -> float | None:
        return REGISTRY.get_sample_value(f"sportello_identity_{name}", labels)

    age, left = (
        value("registry_age_seconds", source=registries["spid"]),
        value("chain_seconds", provider="https://op.example"),
    )
    assert age is not None and age == pytest.approx(3 * 3600, abs=60)
    assert left is not None and left == pytest.approx(5 * 3600, abs=60)
    assert value("registry_age_seconds", source=registries["cie"]) is None
