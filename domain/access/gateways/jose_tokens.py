"""Signed and encrypted tokens (JWS, JWE in compact form). The only file that imports `jose`.

python-jose trusts the header of a token more than is wise, so every choice is made here instead: the one
algorithm, the one key, the kind of token, the size. Whatever goes wrong ends in one `TokenRefused`, so that
nobody outside can tell a bad padding from a bad signature.
Decrypt only what we fetched ourselves from a provider over TLS: the library unpads before it checks the tag.
"""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import lru_cache
from typing import Any

from jose import jwe, jwk, jws

from domain.access.gateways.json_web_keys import (
    KEY_ENCRYPTIONS,
    SIGNATURES,
    Jwk,
    TokenRefused,
    check_key,
    new_private_key,
    public_key,
    public_key_set,
    select_key,
    thumbprint,
)
from domain.access.gateways.strict_json import strict_object
from domain.access.gateways.token_claims import check_claims

__all__ = [
    "CONTENT_ENCRYPTIONS",
    "KEY_ENCRYPTIONS",
    "LARGEST_TOKEN",
    "SIGNATURES",
    "TokenKind",
    "TokenRefused",
    "check_claims",
    "decrypt",
    "encrypt",
    "named_algorithm",
    "new_private_key",
    "public_key",
    "public_key_set",
    "select_key",
    "sign",
    "thumbprint",
    "unverified_claims",
    "verify",
]

CONTENT_ENCRYPTIONS = frozenset({"A128CBC-HS256", "A256CBC-HS512"})
LARGEST_TOKEN = 64 * 1024
"""Characters; nothing that a provider sends us comes near it."""

_SEGMENT = re.compile(r"[A-Za-z0-9_-]+")
_DANGEROUS_HEADERS = frozenset({"crit", "jku", "jwk", "x5u", "x5c", "zip", "b64"})


class TokenKind(StrEnum):
    """What a signed token is for; a token of one kind is never taken for another."""

    REQUEST_OBJECT = "request object"
    CLIENT_ASSERTION = "client assertion"
    ID_TOKEN = "id token"  # noqa: S105 - the name of a kind
    ACCESS_TOKEN = "access token"  # noqa: S105 - the name of a kind
    USERINFO = "userinfo"
    ENTITY_STATEMENT = "entity statement"
    TRUST_MARK = "trust mark"
    RESOLVE_RESPONSE = "resolve response"
    KEY_SET = "key set"


# The first is what we write; an empty text means that the header may leave `typ` out.
_TYPES = {
    TokenKind.REQUEST_OBJECT: ("JWT", "oauth-authz-req+jwt", ""),
    TokenKind.CLIENT_ASSERTION: ("JWT", ""),
    TokenKind.ID_TOKEN: ("JWT", ""),
    TokenKind.ACCESS_TOKEN: ("at+jwt",),
    TokenKind.USERINFO: ("JWT", ""),
    TokenKind.ENTITY_STATEMENT: ("entity-statement+jwt",),
    TokenKind.TRUST_MARK: ("trust-mark+jwt",),
    TokenKind.RESOLVE_RESPONSE: ("resolve-response+jwt",),
    TokenKind.KEY_SET: ("jwk-set+jwt",),
}


def sign(claims: Mapping[str, Any], key: Jwk, *, kind: TokenKind, algorithm: str) -> str:
    """Return the claims as a compact JWS signed with our private key, which must have a `kid`."""
    _demand(algorithm in SIGNATURES, "algorithm not allowed")
    _demand("d" in key and bool(key.get("kid")), "not a named private key")
    check_key(key, use="sig", algorithm=algorithm)
    with _one_refusal():
        headers = {"typ": _TYPES[kind][0], "kid": key["kid"]}
        return jws.sign(dict(claims), _loaded(key, algorithm), headers=headers, algorithm=algorithm)


def verify(token: str, keys: Mapping[str, Any], *, kind: TokenKind, algorithm: str) -> dict[str, Any]:
    """Return the claims of a signed token if one of these public keys signed it with this one algorithm.

    The claims are authentic but not yet checked: call `check_claims` next.
    """
    with _one_refusal():
        _demand(algorithm in SIGNATURES, "algorithm not allowed")
        header = _header(token, segments=3)
        _demand(header.get("alg") == algorithm, "other algorithm")
        _demand(_media_type(header.get("typ", "")) in {one.lower() for one in _TYPES[kind]}, "other kind of token")
        key = public_key(select_key(keys, kid=header.get("kid"), use="sig", algorithm=algorithm))
        return strict_object(jws.verify(token, key, algorithms=[algorithm]))


def named_algorithm(token: str) -> str:
    """Return the algorithm a signed token names, if it is one that we allow: for parties who have agreed on none."""
    with _one_refusal():
        algorithm = _header(token, segments=3).get("alg")
        _demand(algorithm in SIGNATURES, "algorithm not allowed")
        return str(algorithm)


def unverified_claims(token: str) -> dict[str, Any]:
    """Return what a signed token says, believed by nobody: to describe a token of which we only pass on the text."""
    with _one_refusal():
        _header(token, segments=3)
        body = token.split(".")[1]
        return strict_object(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def encrypt(token: str, key: Jwk, *, algorithm: str, encryption: str) -> str:
    """Return a signed token wrapped in a JWE for the owner of `key` (what a provider does with userinfo)."""
    _demand(algorithm in KEY_ENCRYPTIONS and encryption in CONTENT_ENCRYPTIONS, "algorithm not allowed")
    check_key(key, use="enc", algorithm=algorithm)
    with _one_refusal():
        wrapped = jwe.encrypt(
            token, public_key(key), encryption=encryption, algorithm=algorithm, cty="JWT", kid=key.get("kid")
        )
        return wrapped.decode()


def decrypt(token: str, keys: Mapping[str, Any], *, algorithm: str, encryption: str) -> str:
    """Return the signed token inside a JWE that was encrypted for one of our private keys."""
    with _one_refusal():
        _demand(algorithm in KEY_ENCRYPTIONS and encryption in CONTENT_ENCRYPTIONS, "algorithm not allowed")
        header = _header(token, segments=5)
        _demand(header.get("alg") == algorithm and header.get("enc") == encryption, "other algorithm")
        _demand(_media_type(header.get("cty", "")) == "jwt", "not a nested token")
        _demand(_media_type(header.get("typ", "")) in {"", "jwt", "jwe", "jose"}, "other kind of token")
        key = select_key(keys, kid=header.get("kid"), use="enc", algorithm=algorithm)
        # The library answers None where the wrapped key was not for us.
        inside = jwe.decrypt(token, _loaded(key, algorithm))
        if inside is None:
            raise TokenRefused("not authentic")
        return inside.decode("ascii")


def _loaded(key: Jwk, algorithm: str) -> Any:
    return _load_once(json.dumps(key, sort_keys=True), algorithm)


@lru_cache(maxsize=16)
def _load_once(key: str, algorithm: str) -> Any:
    # Reading a private key checks its primes: 100 ms, which the event loop cannot spare for each sign-in.
    loaded: Any = jwk.construct(json.loads(key), algorithm)
    return loaded.prepared_key


@contextmanager
def _one_refusal() -> Iterator[None]:
    try:
        yield
    except TokenRefused:
        raise
    except Exception:
        # Which step failed must not be told apart, and the cause may quote the token: cut it off.
        raise TokenRefused("not authentic") from None


def _demand(holds: bool, reason: str) -> None:
    if not holds:
        raise TokenRefused(reason)


def _header(token: object, *, segments: int) -> dict[str, Any]:
    if not isinstance(token, str) or len(token) > LARGEST_TOKEN:
        raise TokenRefused("not a token")
    pieces = token.split(".")
    _demand(len(pieces) == segments and all(_SEGMENT.fullmatch(piece) for piece in pieces), "not a token")
    header = strict_object(base64.urlsafe_b64decode(pieces[0] + "=" * (-len(pieces[0]) % 4)))
    _demand(not _DANGEROUS_HEADERS & header.keys(), "header not allowed")
    return header


def _media_type(name: object) -> str:
    return str(name).lower().removeprefix("application/")
