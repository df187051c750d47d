"""Asking the federation: the trust anchors of our settings, and the providers that they name. Nobody else.

Never inside a citizen's request: it takes seconds, and each answer is somebody else's.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import httpx

from domain.access.gateways.federation.chains import (
    PROVIDER,
    RELYING_PARTY,
    Chain,
    check_chain,
    read_anchor,
    read_subordinate,
)
from domain.access.gateways.federation.statements import MEDIA_TYPE, Statement, TrustAnchor, check_keys
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, named_algorithm, verify
from domain.access.gateways.token_claims import check_times
from domain.platform.outside.http import CallFailed, call

WELL_KNOWN = ".well-known/openid-federation"
MOST_PROVIDERS = 100


@dataclass(frozen=True)
class Federation:
    """One trust anchor, asked now: its own configuration, checked, and how to reach it."""

    anchor: TrustAnchor
    configuration: Statement
    http: httpx.AsyncClient
    loopback_development: bool

    async def providers(self) -> list[str]:
        """The names of the providers that the anchor lists."""
        address = self._endpoint("federation_list_endpoint", "list")
        answer = await call(
            self.http,
            "GET",
            with_query(address, entity_type=PROVIDER),
            loopback_development=self.loopback_development,
            accept="application/json",
        )
        try:
            found = json.loads(answer.body)
        except (ValueError, RecursionError):
            raise CallFailed("list is not JSON") from None
        if answer.status != 200 or not isinstance(found, list) or len(found) > MOST_PROVIDERS:
            raise CallFailed("not a list of providers")
        return list(dict.fromkeys(one for one in found if isinstance(one, str)))

    async def chain_of(self, subject: str, *, now: datetime) -> Chain:
        """The chain of a provider that the anchor lists. Raises ``CallFailed``, ``TokenRefused``."""
        own = await ask(self.http, well_known(subject), loopback_development=self.loopback_development)
        statement = await self._statement(subject)
        chain = check_chain(
            self.anchor,
            subject=subject,
            own=own,
            statement=statement,
            configuration=self.configuration.token,
            kind=PROVIDER,
            now=now,
        )
        if "jwks" not in chain.metadata and "signed_jwks_uri" in chain.metadata:
            federation_keys = read_subordinate(self.anchor, statement, subject=subject, now=now).jwks
            chain.metadata["jwks"] = await self._signed_keys(chain, federation_keys, now)
        return chain

    async def own_chain(self, subject: str, own: str, *, now: datetime) -> tuple[Statement, Chain | None]:
        """What the anchor says of us, and our own chain when it holds (it may not yet, while keys change)."""
        statement = await self._statement(subject)
        said = read_subordinate(self.anchor, statement, subject=subject, now=now)
        try:
            chain = check_chain(
                self.anchor,
                subject=subject,
                own=own,
                statement=statement,
                configuration=self.configuration.token,
                kind=RELYING_PARTY,
                now=now,
            )
        except TokenRefused:
            return said, None
        return said, chain

    async def _statement(self, subject: str) -> str:
        address = with_query(self._endpoint("federation_fetch_endpoint", "fetch"), sub=subject)
        return await ask(self.http, address, loopback_development=self.loopback_development)

    def _endpoint(self, name: str, last_resort: str) -> str:
        declared = self.configuration.part("metadata").get("federation_entity")
        found = declared.get(name) if isinstance(declared, Mapping) else None
        return found if isinstance(found, str) else f"{self.anchor.entity_id.rstrip('/')}/{last_resort}"

    async def _signed_keys(self, chain: Chain, keys: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        token = await ask(
            self.http,
            str(chain.metadata["signed_jwks_uri"]),
            loopback_development=self.loopback_development,
            media_types=frozenset({"application/jwk-set+jwt", "application/jose", "application/jwt"}),
        )
        claims = verify(token, keys, kind=TokenKind.KEY_SET, algorithm=named_algorithm(token))
        if claims.get("iss") != chain.subject or claims.get("sub", chain.subject) != chain.subject:
            raise TokenRefused("keys of somebody else")
        present = now.timestamp()
        check_times({"iat": present, "exp": present + 1, **claims}, now=now)
        check_keys(claims)
        return {"keys": claims["keys"]}


async def enter(
    anchor: TrustAnchor, http: httpx.AsyncClient, *, now: datetime, loopback_development: bool
) -> Federation:
    """Ask an anchor for its configuration, believed by its pinned keys. Raises ``CallFailed``, ``TokenRefused``."""
    token = await ask(http, well_known(anchor.entity_id), loopback_development=loopback_development)
    return Federation(anchor, read_anchor(anchor, token, now=now), http, loopback_development)


async def ask(
    http: httpx.AsyncClient,
    address: str,
    *,
    loopback_development: bool,
    media_types: frozenset[str] = frozenset({MEDIA_TYPE, "application/jose"}),
) -> str:
    """Fetch a signed document. Raises ``CallFailed``."""
    answer = await call(
        http, "GET", address, loopback_development=loopback_development, accept=", ".join(sorted(media_types))
    )
    if answer.status != 200:
        raise CallFailed(f"status {answer.status}")
    if answer.media_type not in media_types:
        raise CallFailed("not a signed document")
    return answer.body.decode("ascii", errors="replace").strip()


def well_known(entity_id: str) -> str:
    """Where an entity says who it is."""
    return f"{entity_id.rstrip('/')}/{WELL_KNOWN}"


def with_query(address: str, **parameters: str) -> str:
    """The address with these parameters added."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"
