"""What we know of the federation is renewed in the background, and survives its absence."""

from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.queries.federation_providers import cie_providers, federated_provider
from domain.access.terms import Way
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM
from tests.support.outside.cie import ANCHOR, PROVIDER, Cie, a_cie, key

SILENT = httpx.ConnectTimeout("")


@pytest.fixture
def cie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cie:
    return a_cie(monkeypatch, tmp_path)


async def names(connection: AsyncConnection, way: Way = Way.CIE) -> list[str]:
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        return [one.entity_id for one in await cie_providers(work, way)]


async def registered(connection: AsyncConnection) -> int:
    count = sa.text("SELECT count(*) FROM access.transaction_record WHERE step = 'trust_chain'")
    return (await connection.execute(count)).scalar_one()


async def test_a_provider_comes_with_its_first_renewal(connection: AsyncConnection, cie: Cie) -> None:
    assert await names(connection) == []
    assert await renew_federation(bind=connection) == 1
    assert await names(connection) == [PROVIDER]


async def test_outside_of_a_federation_nobody_is_asked(
    connection: AsyncConnection, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("federation", False), ("trust_anchors", {}), ("identity_keys_folder", None)):
        with monkeypatch.context() as changed:
            changed.setattr(settings(), name, value)
            assert await renew_federation(bind=connection) == 0
    assert cie.asked == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"wire": {"/.well-known/openid-federation": SILENT}},
        {"wire": {"/list": SILENT}},
        {"wire": {"/list": httpx.Response(500)}},
        {"wire": {"/fetch": SILENT}},
        {"wire": {"/cie/.well-known/openid-federation": SILENT}},
        {
            "wire": {
                "/cie/.well-known/openid-federation": httpx.Response(302, headers={"location": "https://a.example"})
            }
        },
        {"statement": {"exp": 1}},
        {"statement": {"sub": "https://altro.example.it"}},
        {"statement": {"metadata_policy": {"openid_provider": {"issuer": {"regexp": "x"}}}}},
        {"listed": [PROVIDER, "https://10.0.0.1/op", "https://altro.example.it"]},
    ],
)
async def test_what_cannot_be_renewed_counts_until_it_expires(
    connection: AsyncConnection, cie: Cie, wrong: dict[str, Any]
) -> None:
    await renew_federation(bind=connection)
    for name, value in wrong.items():
        setattr(cie, name, value)
    await renew_federation(bind=connection)
    assert await names(connection) == [PROVIDER]
    await connection.execute(sa.text("UPDATE access.identity_provider SET expires_at = now()"))
    assert await names(connection) == []


@pytest.mark.parametrize("wrong", [{"statement": {"iss": PROVIDER}}, {"wire": {"/list": SILENT}}])
async def test_what_never_held_is_not_kept(connection: AsyncConnection, cie: Cie, wrong: dict[str, Any]) -> None:
    for name, value in wrong.items():
        setattr(cie, name, value)
    assert await renew_federation(bind=connection) == 0
    assert await names(connection) == []


async def test_who_is_no_longer_listed_is_turned_off_and_may_come_back(connection: AsyncConnection, cie: Cie) -> None:
    await renew_federation(bind=connection)
    cie.listed = []
    await renew_federation(bind=connection)
    assert await names(connection) == []
    cie.listed = [PROVIDER]
    await renew_federation(bind=connection)
    assert await names(connection) == [PROVIDER]


async def test_a_chain_that_says_nothing_new_is_not_written_again(connection: AsyncConnection, cie: Cie) -> None:
    for _ in range(3):
        assert await renew_federation(bind=connection) == 1
    assert await registered(connection) == 1
    cie.statement = {"metadata": {"openid_provider": {"organization_name": "Altro nome"}}}
    await renew_federation(bind=connection)
    assert await registered(connection) == 2
    await connection.execute(sa.text("UPDATE access.identity_provider SET fetched_at = now() - interval '13 hours'"))
    await renew_federation(bind=connection)
    assert await registered(connection) == 3


async def test_an_anchor_that_the_settings_name_no_more_vouches_for_nobody(
    connection: AsyncConnection, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    await renew_federation(bind=connection)
    monkeypatch.setattr(settings(), "trust_anchors", {})
    assert await names(connection) == []


async def test_before_the_enrolment_providers_are_known_all_the_same(connection: AsyncConnection, cie: Cie) -> None:
    cie.statement_of_us = None
    assert await renew_federation(bind=connection) == 1


async def test_the_providers_of_a_spid_anchor_vouch_for_spid(
    connection: AsyncConnection, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "spid_trust_anchors", [ANCHOR])
    await renew_federation(bind=connection)
    assert (await names(connection), await names(connection, Way.SPID)) == ([], [PROVIDER])
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await federated_provider(work, PROVIDER)
    assert found is not None
    assert found.way is Way.SPID


async def test_only_pinned_keys_make_an_anchor(connection: AsyncConnection, cie: Cie, tmp_path: Path) -> None:
    (tmp_path / "anchor.jwks.json").write_text('{"keys": []}')
    with pytest.raises(ValueError, match="no keys"):
        await renew_federation(bind=connection)
    (tmp_path / "anchor.jwks.json").write_text(str({"keys": [key("leaf")]}).replace("'", '"'))
    with pytest.raises(ValueError, match="public key"):
        await renew_federation(bind=connection)
    assert cie.asked == []
