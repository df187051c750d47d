"""Calls to an identity provider: short, bounded, to public https addresses only, no redirect, no cookie."""

import asyncio
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urlsplit

import httpx

from domain.platform.outside.resolver import LOOPBACK_ALLOWED, PublicOnly

Transport = httpx.AsyncBaseTransport
Client = httpx.AsyncClient

LARGEST_ANSWER = 128 * 1024
"""Octets of one answer; the largest honest one is a token of a few KiB."""
LONGEST_CALL = 10.0
"""Seconds for a whole call, however slowly the octets drip."""
_TIMEOUT = httpx.Timeout(8.0, connect=5.0)


class CallFailed(Exception):
    """The provider did not answer, or answered in a way we do not read. The text is for our log."""


@dataclass(frozen=True)
class Answer:
    """A complete answer of bounded size; `media_type` is lower case, without parameters."""

    status: int
    media_type: str
    body: bytes


def new_http_client(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """Make the client for provider calls, which reaches public addresses only.

    It keeps no cookies, so one citizen's never reach another's call, and knows no proxy of the environment.
    """
    no_cookies = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
    return httpx.AsyncClient(
        transport=transport or PublicOnly(),
        cookies=no_cookies,
        timeout=_TIMEOUT,
        follow_redirects=False,
        trust_env=False,
    )


async def call(
    http: httpx.AsyncClient,
    method: str,
    address: str,
    *,
    loopback_development: bool,
    form: Mapping[str, str] | None = None,
    bearer: str | None = None,
    accept: str = "application/json, application/jwt",
    largest: int = LARGEST_ANSWER,
) -> Answer:
    """Send one request to a provider and read its answer; raises `CallFailed` for anything irregular."""
    try:
        check_address(address, loopback_development=loopback_development)
    except ValueError as error:
        raise CallFailed(str(error)) from None
    headers = {"accept-encoding": "identity", "accept": accept}
    if bearer is not None:
        headers["authorization"] = f"Bearer {bearer}"
    try:
        async with (
            asyncio.timeout(LONGEST_CALL),
            http.stream(
                method,
                address,
                data=form,
                headers=headers,
                timeout=_TIMEOUT,
                follow_redirects=False,
                extensions={LOOPBACK_ALLOWED: loopback_development},
            ) as response,
        ):
            return await _read(response, largest)
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        raise CallFailed(type(error).__name__) from None


async def _read(response: httpx.Response, largest: int) -> Answer:
    if response.is_redirect:
        raise CallFailed("redirect")
    if response.headers.get("content-encoding", "identity") != "identity":
        # A compressed answer could unfold to any size in one step.
        raise CallFailed("compressed answer")
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > largest:
            raise CallFailed("answer too large")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(response.status_code, media_type, bytes(body))


def check_address(address: str, *, loopback_development: bool) -> None:
    """Refuse (ValueError) an address that a server of ours must not call.

    Only https to a host with a public name: no IP address, no name of a local network, no credentials. In
    development, http and https to this machine are allowed besides.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise ValueError("not a plain address")
    if loopback_development and _is_loopback(host) and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https" or not _is_public(host):
        raise ValueError("only https to a public host")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_public(host: str) -> bool:
    # A provider has a name, and its certificate says it. A last label that starts with a digit is an IP
    # address, perhaps in an odd spelling (127.1, 0x7f000001); a colon is an IPv6 one.
    name = host.rstrip(".").lower()
    is_number = ":" in name or name.rpartition(".")[2][:1].isdigit()
    return "." in name and not is_number and not name.endswith((".localhost", ".local", ".internal"))
