"""Entity statements: what a member of the federation says of itself, or of one below it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, named_algorithm, verify
from domain.access.gateways.token_claims import check_times, numeric_date

MEDIA_TYPE = "application/entity-statement+jwt"
KNOWN_OPERATORS = frozenset({"value", "add", "default", "one_of", "subset_of", "superset_of", "essential"})


@dataclass(frozen=True)
class TrustAnchor:
    """The root of a federation: its name, and the keys that we know by other means than by asking it."""

    entity_id: str
    jwks: Mapping[str, Any]

    @classmethod
    def of_file(cls, entity_id: str, file: Path) -> "TrustAnchor":
        """The anchor with the keys pinned in a JWKS file. Refuses (ValueError) a file without public keys."""
        try:
            jwks = json.loads(file.read_bytes())
            check_keys(jwks)
        except TokenRefused as refusal:
            raise ValueError(f"{file.name}: {refusal.reason}") from None
        return cls(entity_id, jwks)


@dataclass(frozen=True)
class Statement:
    """A statement that has passed every check of its own; ``token`` is its text as received."""

    claims: Mapping[str, Any]
    issued_at: datetime
    expires_at: datetime
    token: str = field(repr=False)

    @property
    def jwks(self) -> Mapping[str, Any]:
        """The federation keys of its subject."""
        found: Mapping[str, Any] = self.claims["jwks"]
        return found

    def part(self, name: str) -> Mapping[str, Any]:
        """An object of the claims; an empty one where it is absent. Refuses another type."""
        return mapping(self.claims.get(name, {}), name)

    def texts(self, name: str) -> Sequence[str]:
        """A list of texts of the claims; an empty one where it is absent. Refuses another type."""
        found = self.claims.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise TokenRefused(f"{name} is not a list of texts")
        return found


def read_statement(token: str, keys: Mapping[str, Any], *, issuer: str, subject: str, now: datetime) -> Statement:
    """Return a statement that ``issuer`` made about ``subject``, signed by one of ``keys`` and valid at ``now``.

    Raises ``TokenRefused``, also for what we would have to understand and do not (critical claims and operators).
    """
    claims = verify(token, keys, kind=TokenKind.ENTITY_STATEMENT, algorithm=named_algorithm(token))
    if claims.get("iss") != issuer:
        raise TokenRefused("statement of another issuer")
    if claims.get("sub") != subject:
        raise TokenRefused("statement about somebody else")
    check_times(claims, now=now)
    if claims.get("crit"):
        raise TokenRefused("critical claim not understood")
    critical = claims.get("metadata_policy_crit", [])
    if not isinstance(critical, list) or any(name not in KNOWN_OPERATORS for name in critical):
        raise TokenRefused("critical operator not understood")
    check_keys(claims.get("jwks"))
    return Statement(claims, _instant(claims, "iat"), _instant(claims, "exp"), token)


def check_keys(jwks: object) -> None:
    """Refuse a key set that is empty, ambiguous, or holds anything but public keys."""
    keys = jwks.get("keys") if isinstance(jwks, Mapping) else None
    if not isinstance(keys, list) or not keys or not all(isinstance(key, Mapping) for key in keys):
        raise TokenRefused("no keys")
    if any("d" in key or key.get("kty") not in {"RSA", "EC"} for key in keys):
        raise TokenRefused("not a public key")
    if len({key.get("kid") for key in keys}) != len(keys):
        raise TokenRefused("key named twice")


def mapping(value: object, name: str) -> Mapping[str, Any]:
    """Return an object of a statement; refuses anything else."""
    if not isinstance(value, Mapping):
        raise TokenRefused(f"{name} is not an object")
    return value


def _instant(claims: Mapping[str, Any], name: str) -> datetime:
    try:
        return datetime.fromtimestamp(numeric_date(claims, name), UTC)
    except (OverflowError, ValueError, OSError):
        raise TokenRefused(f"{name} is not a time") from None
