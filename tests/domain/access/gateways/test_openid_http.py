"""Calls to a provider: only to public https addresses, bounded, without redirects or cookies."""

import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from pydantic import ValidationError

from domain.access.gateways.json_web_keys import new_private_key, public_key_set
from domain.access.gateways.openid.parties import Provider, RelyingParty
from domain.platform.outside import http as openid_http
from domain.platform.outside.http import CallFailed, call, check_address, new_http_client
from tests.domain.access.gateways.scene import (
    CLIENT_ID,
    RETURN_ADDRESS,
    encryption_key,
    provider_fields,
    provider_key,
    signing_key,
)

ADDRESS = "https://op.example.it/token"


@pytest.mark.parametrize(
    "address",
    [
        "http://op.example.it/",
        "ftp://op.example.it/",
        "https://localhost/",
        "https://portale.localhost/",
        "https://stampante.local/",
        "https://metadata.google.internal/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://a.0x7f000001/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest",
        "https://8.8.8.8/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://server/",
        "https://user:password@op.example.it/",
        "https://op.example.it/#fragment",
        "https:///path",
        "//op.example.it/",
        "",
    ],
)
def test_a_server_of_ours_does_not_call_this(address: str) -> None:
    with pytest.raises(ValueError):
        check_address(address, loopback_development=False)


def test_development_reaches_this_machine_and_nothing_else_besides() -> None:
    for address in ("http://127.0.0.1:8002/token", "http://localhost:8002/", "http://[::1]:8002/", ADDRESS):
        check_address(address, loopback_development=True)
    for address in ("http://op.example.it/", "http://10.0.0.1/", "file://localhost/etc/passwd"):
        with pytest.raises(ValueError):
            check_address(address, loopback_development=True)


async def ask(handler: Callable[[httpx.Request], httpx.Response], bearer: str | None = None) -> openid_http.Answer:
    async with new_http_client(httpx.MockTransport(handler)) as http:
        return await call(http, "GET", ADDRESS, loopback_development=False, bearer=bearer)


async def test_a_plain_answer_is_read() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer abc"
        assert request.headers["accept-encoding"] == "identity"
        return httpx.Response(200, content=b"x", headers={"content-type": "Application/JWT; charset=utf-8"})

    answer = await ask(handler, bearer="abc")

    assert (answer.status, answer.media_type, answer.body) == (200, "application/jwt", b"x")


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (httpx.Response(302, headers={"location": "https://altro.example.it/"}), "redirect"),
        (httpx.Response(200, headers={"content-encoding": "br"}, content=b""), "compressed"),
        (httpx.Response(200, content=b"x" * (openid_http.LARGEST_ANSWER + 1)), "too large"),
    ],
)
async def test_an_odd_answer_is_not_read(response: httpx.Response, reason: str) -> None:
    with pytest.raises(CallFailed, match=reason):
        await ask(lambda request: response)


async def test_an_endless_answer_is_cut_at_the_limit() -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 1
            yield b"x" * 1024

    with pytest.raises(CallFailed, match="too large"):
        await ask(lambda request: httpx.Response(200, content=endless()))
    assert given <= openid_http.LARGEST_ANSWER // 1024 + 2


async def test_a_dripping_answer_ends_after_the_longest_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openid_http, "LONGEST_CALL", 0.05)

    async def dripping() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0.01)
            yield b"x"

    with pytest.raises(CallFailed, match="TimeoutError"):
        await ask(lambda request: httpx.Response(200, content=dripping()))


async def test_a_broken_line_is_a_failed_call_without_details() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("secret detail", request=request)

    with pytest.raises(CallFailed, match=r"^ConnectError$"):
        await ask(handler)


async def test_no_cookie_is_kept_for_the_next_citizen() -> None:
    seen: list[str | None] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("cookie"))
        return httpx.Response(200, headers={"set-cookie": "session=a; Path=/"})

    async with new_http_client(httpx.MockTransport(handler)) as http:
        for _ in range(2):
            await call(http, "GET", ADDRESS, loopback_development=False)
    assert seen == [None, None]


@pytest.mark.parametrize(
    "change",
    [
        {"loopback_development": False},
        {"token_endpoint": "http://op.example.it/token"},
        {"jwks": {"keys": []}},
        {"jwks": {"keys": [provider_key()]}},
        {"jwks": {"keys": [{"kty": "oct", "k": "AAAA"}]}},
        {"surprise": 1},
    ],
)
def test_an_unsafe_provider_cannot_be_configured(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Provider.model_validate(provider_fields(public_key_set(provider_key())) | change)


@pytest.mark.parametrize(
    "change",
    [
        {"signing_key": encryption_key()},
        {"encryption_key": signing_key()},
        {"signing_key": public_key_set(signing_key())["keys"][0]},
        {"encryption_key": new_private_key(use="enc", bits=2048) | {"kid": signing_key()["kid"]}},
        {"request_signature": "HS256"},
        {"userinfo_key_encryption": "RSA1_5"},
    ],
)
def test_a_relying_party_with_unfit_keys_cannot_be_configured(change: dict[str, object]) -> None:
    fields = {
        "client_id": CLIENT_ID,
        "redirect_uri": RETURN_ADDRESS,
        "signing_key": signing_key(),
        "encryption_key": encryption_key(),
    }
    assert RelyingParty.model_validate(fields)
    with pytest.raises(ValidationError):
        RelyingParty.model_validate(fields | change)
