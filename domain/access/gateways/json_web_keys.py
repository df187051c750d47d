"""Keys in JSON form (JWK, RFC 7517): making, trimming, naming and choosing them.

Used by our relying party and by the demo identity provider. Everything that is not one plain, strong,
unambiguous key is refused here, because the library below checks none of it.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa

Jwk = dict[str, Any]

SIGNATURES = {"RS256": ("RSA", None), "RS512": ("RSA", None), "ES256": ("EC", "P-256"), "ES512": ("EC", "P-521")}
KEY_ENCRYPTIONS = {"RSA-OAEP": ("RSA", None), "RSA-OAEP-256": ("RSA", None)}
FAMILIES = SIGNATURES | KEY_ENCRYPTIONS

SMALLEST_RSA_BITS = 2048
_PUBLIC_EXPONENT = 65537
_PUBLIC_MEMBERS = {
    "RSA": ("kty", "kid", "use", "alg", "n", "e"),
    "EC": ("kty", "kid", "use", "alg", "crv", "x", "y"),
}
_OPERATIONS = {"sig": {"verify", "sign"}, "enc": {"encrypt", "decrypt", "wrapKey", "unwrapKey"}}


class TokenRefused(Exception):
    """A token, or the key it names, is not acceptable.

    `reason` is a short English phrase for our own log. It never holds the token, a key or personal data.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def new_private_key(*, use: str, bits: int = 3072) -> Jwk:
    """Make an RSA private key named by its own thumbprint.

    `use` is `sig` or `enc`; `bits` is the size of the modulus. Refuses (ValueError) fewer than 2048 bits.
    """
    if use not in _OPERATIONS:
        raise ValueError("a key is for 'sig' or for 'enc'")
    if bits < SMALLEST_RSA_BITS:
        raise ValueError("an RSA key has at least 2048 bits")
    private = rsa.generate_private_key(public_exponent=_PUBLIC_EXPONENT, key_size=bits).private_numbers()
    public = private.public_numbers
    key = {"kty": "RSA", "use": use, "n": _encoded(public.n), "e": _encoded(public.e)}
    key |= {"d": _encoded(private.d), "p": _encoded(private.p), "q": _encoded(private.q)}
    key |= {"dp": _encoded(private.dmp1), "dq": _encoded(private.dmq1), "qi": _encoded(private.iqmp)}
    return key | {"kid": thumbprint(key)}


def public_key(key: Mapping[str, Any]) -> Jwk:
    """Return only the members of a key that the world may see. Refuses symmetric and unknown kinds."""
    members = _PUBLIC_MEMBERS.get(str(key.get("kty")))
    if members is None:
        raise TokenRefused("kind of key not allowed")
    return {name: key[name] for name in members if name in key}


def public_key_set(*keys: Mapping[str, Any]) -> dict[str, list[Jwk]]:
    """Return the JWK set to publish for these private keys."""
    return {"keys": [public_key(key) for key in keys]}


def thumbprint(key: Mapping[str, Any]) -> str:
    """Return the RFC 7638 SHA-256 thumbprint of a key: the `kid` that the Italian rules ask for."""
    members = [name for name in _PUBLIC_MEMBERS.get(str(key.get("kty")), ()) if name not in {"kid", "use", "alg"}]
    if not members or any(not isinstance(key.get(name), str) for name in members):
        raise TokenRefused("kind of key not allowed")
    canonical = json.dumps({name: key[name] for name in members}, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(hashlib.sha256(canonical.encode()).digest()).rstrip(b"=").decode()


def select_key(jwks: Mapping[str, Any], *, kid: object, use: str, algorithm: str) -> Jwk:
    """Return the one key of a set that may be used for this: by name, purpose, family and strength.

    Refuses a missing `kid`, none or several keys of that name, a key meant for another purpose or
    algorithm, RSA under 2048 bits or with an odd exponent.
    """
    keys = jwks.get("keys")
    if not isinstance(kid, str) or not kid or not isinstance(keys, list):
        raise TokenRefused("no key named")
    found = [key for key in keys if isinstance(key, dict) and key.get("kid") == kid]
    if len(found) != 1:
        raise TokenRefused("not exactly one key of that name")
    check_key(found[0], use=use, algorithm=algorithm)
    return found[0]


def check_key(key: Mapping[str, Any], *, use: str, algorithm: str) -> None:
    """Refuse a key that does not fit the algorithm and purpose, or is too weak."""
    kind, curve = FAMILIES.get(algorithm, (None, None))
    if kind is None or key.get("kty") != kind or key.get("crv") != curve:
        raise TokenRefused("key and algorithm do not fit")
    if key.get("use", use) != use or key.get("alg", algorithm) != algorithm:
        raise TokenRefused("key is for something else")
    operations = key.get("key_ops")
    if operations is not None and not _OPERATIONS[use].intersection(operations):
        raise TokenRefused("key is for something else")
    if kind == "RSA":
        _check_rsa_strength(key)


def _check_rsa_strength(key: Mapping[str, Any]) -> None:
    if _decoded(key.get("n")).bit_length() < SMALLEST_RSA_BITS or _decoded(key.get("e")) != _PUBLIC_EXPONENT:
        raise TokenRefused("RSA key too weak")


def _encoded(number: int) -> str:
    octets = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def _decoded(text: object) -> int:
    if not isinstance(text, str):
        raise TokenRefused("RSA key incomplete")
    try:
        return int.from_bytes(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), "big")
    except ValueError:
        raise TokenRefused("RSA key unreadable") from None
