"""Keys: our own, made at the first start and kept in a folder; and the relying party's public ones."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set
from domain.platform.outside.http import CallFailed, call, new_http_client
from e2e.emulators.identity_provider.refusals import ServerError
from e2e.emulators.identity_provider.settings import PartyRegistration

PRIVATE_FILE = "private.json"
PUBLIC_FILE = "jwks.json"


def prepare_keys(folder: Path) -> Jwk:
    """Return our signing key, made at the first call (private.json, readable by us alone).

    Also writes jwks.json, from which the portal may pin our public key.
    """
    folder.mkdir(parents=True, exist_ok=True)
    private = folder / PRIVATE_FILE
    if not private.exists():
        key = new_private_key(use="sig", bits=2048)
        with os.fdopen(os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            json.dump(key, stream)
    key = json.loads(private.read_text(encoding="utf-8"))
    (folder / PUBLIC_FILE).write_text(json.dumps(public_key_set(key)), encoding="utf-8")
    return key


@asynccontextmanager
async def calling(http: httpx.AsyncClient | None) -> AsyncIterator[httpx.AsyncClient]:
    """The client with which the service is asked: `http`, or a new one for this once."""
    if http is not None:
        yield http
        return
    async with new_http_client() as client:
        yield client


async def party_keys(party: PartyRegistration, http: httpx.AsyncClient | None = None) -> dict[str, Any]:
    """Return the relying party's public keys as they are now; raises `ServerError` if they cannot be had.

    They are read anew each time, so a portal that has just made its keys needs no restart of ours. `http`
    replaces the usual client where `jwks_uri` is fetched.
    """
    try:
        if party.jwks is not None:
            return party.jwks
        if party.jwks_file is not None:
            return json.loads(party.jwks_file.read_text(encoding="utf-8"))
        async with calling(http) as client:
            return await _fetch(client, str(party.jwks_uri))
    except (OSError, ValueError, CallFailed):
        raise ServerError("the relying party's keys cannot be read") from None


async def _fetch(http: httpx.AsyncClient, address: str) -> dict[str, Any]:
    answer = await call(http, "GET", address, loopback_development=True)
    return json.loads(answer.body)
