"""Tokens with a true signature over whatever a test wants."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from domain.access.gateways.jose_tokens import (
    TokenKind,
    public_key_set,
    verify,
)
from domain.access.gateways.json_web_keys import Jwk
from tests.domain.access.gateways.scene import provider_key, signing_key


def encoded(value: Mapping[str, Any] | bytes) -> str:
    octets = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def number(text: str) -> int:
    return int.from_bytes(base64.urlsafe_b64decode(text + "=="), "big")


def crafted(header: Mapping[str, Any] | bytes, payload: Mapping[str, Any] | bytes, key: Jwk) -> str:
    """A token with a true RS256 signature over whatever header and payload a test wants."""
    public = rsa.RSAPublicNumbers(number(key["e"]), number(key["n"]))
    parts = (number(key[name]) for name in ("p", "q", "d", "dp", "dq", "qi"))
    private = rsa.RSAPrivateNumbers(*parts, public_numbers=public).private_key(unsafe_skip_rsa_key_validation=True)
    head = f"{encoded(header)}.{encoded(payload)}"
    return f"{head}.{encoded(private.sign(head.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def read(token: str, *, kind: TokenKind = TokenKind.ID_TOKEN, algorithm: str = "RS256") -> dict[str, Any]:
    return verify(token, public_key_set(signing_key(), provider_key()), kind=kind, algorithm=algorithm)


def id_token(**header: Any) -> str:
    return crafted({"alg": "RS256", "kid": signing_key()["kid"], "typ": "JWT"} | header, {"a": 1}, signing_key())
