"""Asking the federation: whatever answers oddly is refused, and nobody is asked whom the anchor has not named."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.federation.discovery import enter, well_known
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused
from domain.access.gateways.json_web_keys import public_key_set
from domain.platform.outside import http as openid_http
from domain.platform.outside.http import CallFailed, call, new_http_client
from domain.platform.outside.resolver import PublicOnly, is_allowed
from tests.domain.access.gateways.federation.realm import (
    ANCHOR,
    NOW,
    SUBJECT,
    Realm,
    Web,
    document,
    frame,
    key_of,
    metadata,
    signed,
)

NAMES = ("root", "statement", "leaf")


async def chains(web: Web) -> list[Chain]:
    async with new_http_client(web.transport) as http:
        federation = await enter(web.realm.anchor, http, now=NOW, loopback_development=False)
        return [await federation.chain_of(one, now=NOW) for one in await federation.providers()]


async def test_the_providers_of_an_anchor_are_found() -> None:
    web = Realm().web()
    assert [chain.subject for chain in await chains(web)] == [SUBJECT]
    assert web.asked == [
        f"{ANCHOR}/.well-known/openid-federation",
        f"{ANCHOR}/list?entity_type=openid_provider",
        f"{SUBJECT}/.well-known/openid-federation",
        f"{ANCHOR}/fetch?sub=https%3A%2F%2Fop.example.it%2Foidc",
    ]


async def _endless() -> AsyncIterator[bytes]:
    while True:
        yield b"x" * 4096


async def _dripping() -> AsyncIterator[bytes]:
    while True:
        await asyncio.sleep(0.01)
        yield b"x"


def odd_answers() -> dict[str, httpx.Response]:
    kind = {"content-type": "application/entity-statement+jwt"}
    return {
        "redirect": httpx.Response(302, headers={"location": "https://altro.example.it/"}),
        "endless": httpx.Response(200, content=_endless(), headers=kind),
        "compressed": httpx.Response(200, content=gzip.compress(b"x"), headers=kind | {"content-encoding": "gzip"}),
        "dripping": httpx.Response(200, content=_dripping(), headers=kind),
        "html": httpx.Response(200, content=b"<html>", headers={"content-type": "text/html"}),
        "broken": httpx.Response(500),
        "absent": httpx.Response(404, json={"error": "not_found"}),
        "no token": httpx.Response(200, content=b"x" * 100, headers=kind),
        "not ascii": httpx.Response(200, content="è.è.è".encode(), headers=kind),
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("odd", list(odd_answers()))
async def test_an_odd_answer_is_refused(name: str, odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openid_http, "LONGEST_CALL", 0.2)
    with pytest.raises((CallFailed, TokenRefused)):
        await chains(Realm().web(**{name: odd_answers()[odd]}))


@pytest.mark.parametrize("body", [b"", b"{}", b"null", b"[" * 9999, b'["' + b'x","' * 200 + b'x"]'])
async def test_an_odd_list_is_refused(body: bytes) -> None:
    with pytest.raises(CallFailed):
        await chains(Realm().web(listing=httpx.Response(200, content=body)))


@pytest.mark.parametrize(
    "named",
    ["http://op.example.it", "https://127.0.0.1", "https://10.0.0.1/op", "https://localhost", "file:///etc/passwd", ""],
)
async def test_a_listed_name_that_is_no_public_address_is_never_asked(named: str) -> None:
    web = Realm().web(listing=httpx.Response(200, json=[named]))
    with pytest.raises(CallFailed):
        await chains(web)
    assert len(web.asked) == 2


@pytest.mark.parametrize("endpoint", ["https://192.168.1.1/fetch", "http://anchor.example.it/fetch"])
async def test_an_endpoint_that_is_no_public_address_is_never_asked(endpoint: str) -> None:
    pointing = {
        "federation_entity": {
            "federation_fetch_endpoint": endpoint,
            "federation_list_endpoint": f"{ANCHOR}/list",
        }
    }
    with pytest.raises(CallFailed, match="public host"):
        await chains(Realm(root={"metadata": pointing}).web())


async def test_keys_may_lie_elsewhere_when_the_federation_keys_have_signed_them() -> None:
    elsewhere = {name: value for name, value in metadata().items() if name != "jwks"}
    elsewhere["signed_jwks_uri"] = f"{SUBJECT}/jwks.jwt"
    realm = Realm(leaf={"metadata": {"openid_provider": elsewhere}})
    keys = {"iss": SUBJECT, "sub": SUBJECT, "iat": frame("", "")["iat"], **public_key_set(key_of("core"))}
    good = signed(keys, key_of("leaf"), TokenKind.KEY_SET)
    forged = signed(keys, key_of("stranger") | {"kid": key_of("leaf")["kid"]}, TokenKind.KEY_SET)
    foreign = signed(keys | {"iss": ANCHOR}, key_of("leaf"), TokenKind.KEY_SET)
    assert (await chains(_with_keys(realm, good)))[0].metadata["jwks"] == public_key_set(key_of("core"))
    for bad in (forged, foreign):
        with pytest.raises(TokenRefused):
            await chains(_with_keys(realm, bad))


def _with_keys(realm: Realm, token: str) -> Any:
    web = realm.web()
    usual = web._answer

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/jwks.jwt"):
            return httpx.Response(200, content=token.encode(), headers={"content-type": "application/jwk-set+jwt"})
        return usual(request)

    web._answer = answer  # pyright: ignore[reportAttributeAccessIssue]
    return web


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
    ],
)
async def test_a_name_that_leads_inside_is_never_connected_to(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await _connected(monkeypatch, [address]) == []
    assert await _connected(monkeypatch, ["93.184.215.14", address]) == []


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
async def test_a_public_name_is_connected_to_at_the_address_that_was_checked(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (request,) = await _connected(monkeypatch, [address])
    assert request.url.host == address
    assert request.headers["host"] == "op.example.it"
    assert request.extensions["sni_hostname"] == "op.example.it"


async def test_only_development_reaches_this_machine() -> None:
    import ipaddress

    here = ipaddress.ip_address("127.0.0.1")
    assert is_allowed(here, loopback=True)
    assert not is_allowed(here, loopback=False)
    assert not is_allowed(ipaddress.ip_address("10.0.0.1"), loopback=True)


async def _connected(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> list[httpx.Request]:
    """The requests that reach the network when a name leads to these addresses."""
    seen: list[httpx.Request] = []

    async def lookup(_host: object, port: object, **_options: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return document("x")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup)
    async with new_http_client(PublicOnly(httpx.MockTransport(answer))) as http:
        try:
            await call(http, "GET", "https://op.example.it/token", loopback_development=False)
        except CallFailed:
            assert not seen
    return seen


@pytest.mark.parametrize("entity", ["https://op.example.it/oidc", "https://op.example.it/oidc/"])
def test_the_well_known_address_follows_one_slash(entity: str) -> None:
    assert well_known(entity) == "https://op.example.it/oidc/.well-known/openid-federation"
