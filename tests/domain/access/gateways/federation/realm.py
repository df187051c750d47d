"""A federation of three, made by hand: an anchor, a provider, and whatever a test wants to be wrong with them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import httpx

from domain.access.gateways.federation.chains import PROVIDER, Chain, check_chain
from domain.access.gateways.federation.statements import MEDIA_TYPE, TrustAnchor
from domain.access.gateways.jose_tokens import TokenKind, sign
from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set

ANCHOR = "https://anchor.example.it"
SUBJECT = "https://op.example.it/oidc"
MARK = "https://anchor.example.it/openid_provider/public/"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MOMENT = int(NOW.timestamp())
ABSENT = object()


@cache
def key_of(name: str) -> Jwk:
    """The signing key of somebody, made once."""
    return new_private_key(use="sig", bits=2048)


def metadata() -> dict[str, Any]:
    """What the provider says of itself."""
    return {
        "issuer": SUBJECT,
        "organization_name": "Prova",
        "authorization_endpoint": f"{SUBJECT}/authorization",
        "token_endpoint": f"{SUBJECT}/token",
        "userinfo_endpoint": f"{SUBJECT}/userinfo",
        "revocation_endpoint": f"{SUBJECT}/revocation",
        "jwks": public_key_set(key_of("core")),
        "id_token_signing_alg_values_supported": ["RS256", "RS512"],
        "scopes_supported": ["openid", "offline_access"],
    }


def changed(claims: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The claims with some others, and without those that are ABSENT."""
    return {name: value for name, value in {**claims, **changes}.items() if value is not ABSENT}


def signed(
    claims: Mapping[str, Any], key: Jwk, kind: TokenKind = TokenKind.ENTITY_STATEMENT, algorithm: str = "RS256"
) -> str:
    """A signed document."""
    return sign(claims, key, kind=kind, algorithm=algorithm)


@dataclass
class Realm:
    """The three documents of a chain; a test changes claims, or who signs."""

    root: dict[str, Any] = field(default_factory=dict)
    statement: dict[str, Any] = field(default_factory=dict)
    leaf: dict[str, Any] = field(default_factory=dict)
    signers: dict[str, Jwk] = field(default_factory=dict)
    algorithms: dict[str, str] = field(default_factory=dict)

    @property
    def anchor(self) -> TrustAnchor:
        """The anchor as pinned."""
        return TrustAnchor(ANCHOR, public_key_set(key_of("anchor")))

    def root_token(self) -> str:
        """The anchor's configuration."""
        claims = frame(ANCHOR, ANCHOR) | {
            "jwks": public_key_set(key_of("anchor")),
            "metadata": {
                "federation_entity": {
                    "federation_fetch_endpoint": f"{ANCHOR}/fetch",
                    "federation_list_endpoint": f"{ANCHOR}/list",
                }
            },
        }
        return self._signed("root", changed(claims, self.root), key_of("anchor"))

    def statement_token(self) -> str:
        """What the anchor says of the provider."""
        claims = frame(ANCHOR, SUBJECT) | {"jwks": public_key_set(key_of("leaf"))}
        return self._signed("statement", changed(claims, self.statement), key_of("anchor"))

    def leaf_token(self) -> str:
        """What the provider says of itself."""
        claims = frame(SUBJECT, SUBJECT) | {
            "jwks": public_key_set(key_of("leaf")),
            "authority_hints": [ANCHOR],
            "metadata": {PROVIDER: metadata()},
        }
        return self._signed("leaf", changed(claims, self.leaf), key_of("leaf"))

    def chain(self, *, now: datetime = NOW) -> Chain:
        """The chain, checked."""
        return check_chain(
            self.anchor,
            subject=SUBJECT,
            own=self.leaf_token(),
            statement=self.statement_token(),
            configuration=self.root_token(),
            kind=PROVIDER,
            now=now,
        )

    @classmethod
    def wrong(cls, which: str, claims: dict[str, Any]) -> "Realm":
        """A realm whose document called ``which`` (root, statement, leaf) has these claims instead."""
        realm = cls()
        setattr(realm, which, claims)
        return realm

    def web(self, **answers: httpx.Response) -> "Web":
        """The federation on the network; ``answers`` replace those of root, listing, statement or leaf."""
        return Web(self, answers)

    def _signed(self, name: str, claims: Mapping[str, Any], key: Jwk) -> str:
        return signed(claims, self.signers.get(name, key), algorithm=self.algorithms.get(name, "RS256"))


@dataclass
class Web:
    """Answers for the members of a realm, and remembers who was asked."""

    realm: Realm
    answers: dict[str, httpx.Response]
    asked: list[str] = field(default_factory=list)

    @property
    def transport(self) -> httpx.MockTransport:
        """The network of a client."""
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        address = str(request.url)
        self.asked.append(address)
        places = {
            f"{ANCHOR}/.well-known/openid-federation": ("root", self.realm.root_token),
            f"{ANCHOR}/fetch": ("statement", self.realm.statement_token),
            f"{SUBJECT}/.well-known/openid-federation": ("leaf", self.realm.leaf_token),
        }
        if address.startswith(f"{ANCHOR}/list"):
            return self.answers.get("listing", httpx.Response(200, content=json.dumps([SUBJECT]).encode()))
        name, made = places.get(address.partition("?")[0], ("", None))
        if made is None:
            return httpx.Response(404, json={"error": "not_found"})
        return self.answers.get(name) or document(made())


def document(token: str) -> httpx.Response:
    """A signed document as it travels."""
    return httpx.Response(200, content=token.encode(), headers={"content-type": MEDIA_TYPE})


def frame(issuer: str, subject: str) -> dict[str, Any]:
    """Who speaks of whom, and for how long."""
    return {"iss": issuer, "sub": subject, "iat": MOMENT, "exp": MOMENT + 86400}


def mark(signer: str = "anchor", kind: TokenKind = TokenKind.TRUST_MARK, **changes: Any) -> dict[str, str]:
    """The provider's mark, as its configuration carries it."""
    claims = changed(frame(ANCHOR, SUBJECT) | {"id": MARK}, changes)
    return {"id": MARK, "trust_mark": signed(claims, key_of(signer), kind)}
