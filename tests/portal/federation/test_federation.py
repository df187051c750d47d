"""What the portal tells the other members of the federation."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.gateways.federation import keys as federation_keys
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, sign, unverified_claims, verify
from domain.access.gateways.json_web_keys import public_key_set
from domain.access.queries import own_configuration as own
from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.outside.cie import ANCHOR, MARK, PROVIDER, Cie, a_cie, key

WELL_KNOWN = "/.well-known/openid-federation"


@pytest.fixture
async def cie(portal: Portal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cie:
    """CIE, whose chain the portal holds."""
    found = a_cie(monkeypatch, tmp_path)
    assert await renew_federation(bind=portal.connection) == 1
    found.asked.clear()
    return found


async def said(browser: Browser) -> dict[str, Any]:
    answer = await browser.client.get(WELL_KNOWN)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/entity-statement+jwt"
    keys = public_key_set(key("our federation"))
    return verify(answer.text, keys, kind=TokenKind.ENTITY_STATEMENT, algorithm="RS256")


async def test_outside_of_a_federation_there_is_nothing_to_tell(visitor: Browser) -> None:
    assert (await visitor.client.get(WELL_KNOWN)).status_code == 404
    answer = await visitor.client.get("/resolve", params={"sub": PROVIDER, "trust_anchor": ANCHOR})
    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


async def test_the_configuration_says_who_we_are(visitor: Browser, cie: Cie) -> None:
    claims = await said(visitor)
    us = settings().portal_url
    party = claims["metadata"]["openid_relying_party"]
    assert claims["iss"] == claims["sub"] == party["client_id"] == us
    assert claims["authority_hints"] == [ANCHOR]
    assert 12 * 3600 < claims["exp"] - claims["iat"] <= 48 * 3600
    assert claims["jwks"] == public_key_set(key("our federation"))
    assert party["jwks"] == public_key_set(key("our signing"), key("our encryption"))
    assert party["redirect_uris"] == [f"{us}/cie/callback", f"{settings().backoffice_url}/cie/callback"]
    assert party["userinfo_encrypted_response_enc"] == "A256CBC-HS512"
    assert party["client_registration_types"] == ["automatic"]
    entity = claims["metadata"]["federation_entity"]
    assert entity["federation_resolve_endpoint"] == f"{us}/resolve"
    assert entity["contacts"] == ["pec@prova.example.it"]
    assert '"d"' not in json.dumps(claims)


async def test_another_name_is_used_byte_for_byte(visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "federation_client_id", "https://Servizi.example.it/oidc/")
    claims = await said(visitor)
    assert (
        claims["iss"] == claims["metadata"]["openid_relying_party"]["client_id"] == "https://Servizi.example.it/oidc/"
    )


async def test_it_is_signed_once_for_many_and_again_at_half_of_its_life(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = (await visitor.client.get(WELL_KNOWN)).text
    assert (await visitor.client.get(WELL_KNOWN)).text == first
    assert own._signed.at is not None
    monkeypatch.setattr(own._signed, "at", own._signed.at - timedelta(hours=12, seconds=1))
    monkeypatch.setattr(own._signed, "token", "old")
    assert (await said(visitor))["sub"] == settings().portal_url


async def test_the_marks_of_the_anchors_statement_are_published(visitor: Browser, cie: Cie) -> None:
    (published,) = (await said(visitor))["trust_marks"]
    assert published["id"] == MARK
    assert unverified_claims(published["trust_mark"])["sub"] == settings().portal_url


async def test_a_mark_from_a_file_is_published_until_it_expires(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def mark(**changes: Any) -> str:
        claims = {"iss": ANCHOR, "sub": settings().portal_url, "id": "https://a.example/m", "iat": 1, **changes}
        return sign(claims, key("anchor"), kind=TokenKind.TRUST_MARK, algorithm="RS256")

    file = tmp_path / "mark.jwt"
    monkeypatch.setattr(settings(), "trust_mark_files", [file])
    for text, is_published in ((mark(), True), (mark(exp=2), False), (mark(sub="https://altro.example.it"), False)):
        file.write_text(text + "\n")
        marks = (await said(visitor))["trust_marks"]
        assert ({"id": "https://a.example/m", "trust_mark": text} in marks) is is_published


async def test_a_key_rolls_over_without_a_gap(portal: Portal, visitor: Browser, cie: Cie) -> None:
    folder = settings().identity_keys_folder
    assert folder is not None

    async def kids(name: str) -> list[str]:
        claims = await said_by_any(visitor, folder)
        if name == "federation":
            return [one["kid"] for one in claims["jwks"]["keys"]]
        use = federation_keys.NAMES[name]
        keys = claims["metadata"]["openid_relying_party"]["jwks"]["keys"]
        return [one["kid"] for one in keys if one["use"] == use]

    for name, kept in (("federation", 2), ("signing", 2), ("encryption", 1)):
        old = (await kids(name))[0]
        with pytest.raises(federation_keys.KeyStep):
            federation_keys.adopt_next(folder, name)
        federation_keys.announce_next(folder, name)
        with pytest.raises(federation_keys.KeyStep):
            federation_keys.announce_next(folder, name)
        current, new = await kids(name)
        assert current == old
        federation_keys.adopt_next(folder, name)
        after = await kids(name)
        assert after[0] == new
        assert len(after) == kept
        opens = federation_keys.read_keys(folder, name).all
        assert {one["kid"] for one in opens} == {old, new}
        federation_keys.retire_old(folder, name)
        assert await kids(name) == [new]
        with pytest.raises(federation_keys.KeyStep):
            federation_keys.retire_old(folder, name)


async def said_by_any(browser: Browser, folder: Path) -> dict[str, Any]:
    token = (await browser.client.get(WELL_KNOWN)).text
    keys = public_key_set(*federation_keys.read_keys(folder, "federation").all)
    return verify(token, keys, kind=TokenKind.ENTITY_STATEMENT, algorithm="RS256")


async def test_made_keys_are_for_us_alone_and_never_made_twice(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    federation_keys.make_keys(folder)
    before = {file.name: file.read_text() for file in folder.iterdir()}
    federation_keys.make_keys(folder)
    assert {file.name: file.read_text() for file in folder.iterdir()} == before
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())
    with pytest.raises(federation_keys.KeyStep):
        federation_keys.announce_next(folder, "../evil")


@pytest.mark.parametrize("anchor", ["trust_anchor", "anchor"])
async def test_a_chain_that_we_hold_is_resolved(visitor: Browser, cie: Cie, anchor: str) -> None:
    answer = await visitor.client.get("/resolve", params={"sub": PROVIDER, anchor: ANCHOR})
    assert answer.headers["content-type"] == "application/resolve-response+jwt"
    keys = public_key_set(key("our federation"))
    claims = verify(answer.text, keys, kind=TokenKind.RESOLVE_RESPONSE, algorithm="RS256")
    assert (claims["iss"], claims["sub"]) == (settings().portal_url, PROVIDER)
    assert claims["metadata"]["openid_provider"]["issuer"] == PROVIDER
    assert len(claims["trust_chain"]) == 3
    assert claims["exp"] - claims["iat"] <= 3600
    assert cie.asked == []


async def test_our_own_chain_is_resolved_too(visitor: Browser, cie: Cie) -> None:
    us = settings().portal_url
    answer = await visitor.client.get("/resolve", params={"sub": us, "trust_anchor": ANCHOR})
    assert list(unverified_claims(answer.text)["metadata"]) == ["openid_relying_party"]


@pytest.mark.parametrize(
    ("query", "status", "error"),
    [
        ({"sub": "https://altro.example.it", "trust_anchor": ANCHOR}, 404, "not_found"),
        ({"sub": "http://169.254.169.254/", "trust_anchor": ANCHOR}, 404, "not_found"),
        ({"sub": PROVIDER, "trust_anchor": "https://altro.example.it"}, 404, "not_found"),
        ({"sub": PROVIDER, "trust_anchor": ANCHOR, "entity_type": "openid_relying_party"}, 404, "not_found"),
        ({"sub": PROVIDER + "\x00", "trust_anchor": ANCHOR}, 404, "not_found"),
        ({"sub": [PROVIDER, PROVIDER], "trust_anchor": ANCHOR}, 400, "invalid_request"),
        ({"sub": PROVIDER, "trust_anchor": [ANCHOR] * 50}, 400, "invalid_request"),
        ({"sub": PROVIDER}, 400, "invalid_request"),
        ({"trust_anchor": ANCHOR}, 400, "invalid_request"),
        ({}, 400, "invalid_request"),
    ],
)
async def test_what_we_do_not_hold_is_not_looked_for(
    visitor: Browser, cie: Cie, query: dict[str, Any], status: int, error: str
) -> None:
    answer = await visitor.client.get("/resolve", params=query)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert cie.asked == []


async def test_an_expired_chain_is_not_resolved(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await portal.connection.execute(
        sa.text("UPDATE access.identity_provider SET expires_at = now() - interval '1 second'")
    )
    answer = await visitor.client.get("/resolve", params={"sub": PROVIDER, "trust_anchor": ANCHOR})
    assert answer.status_code == 404


async def test_a_statement_of_ours_is_no_other_kind_of_token(visitor: Browser, cie: Cie) -> None:
    token = (await visitor.client.get(WELL_KNOWN)).text
    for kind in (TokenKind.CLIENT_ASSERTION, TokenKind.REQUEST_OBJECT, TokenKind.RESOLVE_RESPONSE):
        with pytest.raises(TokenRefused):
            verify(token, public_key_set(key("our federation")), kind=kind, algorithm="RS256")
