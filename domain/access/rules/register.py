"""The register of transactions as pure functions: what an entry is, what it must not hold, how rows hang together.

SPID asks for requests and answers as sent and received, CIE for every message of the federation, for 24 months. A
row carries a MAC over everything in it and over the row before it, under a key that the database does not know: who
changes, removes or inserts a row cannot hide it, not even as owner of the tables.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, Field

from domain.access.terms import TransactionStep, Way

CHAINS = 8
GENESIS = ""
SECRETS = ("access_token", "refresh_token", "token")
_FORM = re.compile(rb"(?<![\w])(access_token|refresh_token|token)=([^&\s]+)")
_BEARER = re.compile(rb"(?i)(\bbearer\s+)([\w.~+/=-]+)")


class Transaction(BaseModel):
    """A message of a sign-in or sign-out: ``body`` are its bytes as sent or received.

    ``subject`` is the name the provider gives to the person; it and ``codice_fiscale`` are kept only as keyed
    fingerprints, everything else by which auditors search is no personal datum. ``ente_id`` is the ambito on whose
    site it happens: its auditors may find the entry; without it nobody but the program can. The three ids may stay
    empty where the protocol has none; give the same ``request_id`` to all messages of one sign-in.
    """

    way: Way
    step: TransactionStep
    issuer: str
    request_id: str = ""
    request_instant: str = ""
    response_id: str = ""
    response_instant: str = ""
    assertion_id: str = ""
    subject: str = Field(default="", repr=False)
    codice_fiscale: str = Field(default="", repr=False)
    name_qualifier: str = ""
    is_success: bool | None = None
    ente_id: UUID | None = None
    body: bytes = Field(repr=False)


def chain_of(entry: Transaction) -> int:
    """The chain an entry joins: one for all messages of a sign-in, so that eight sign-ins go on side by side."""
    name = entry.request_id or entry.response_id or entry.issuer
    return hashlib.sha256(name.encode()).digest()[0] % CHAINS


def mac(key: bytes, values: Mapping[str, Any]) -> str:
    """The MAC over ``values`` (texts, numbers, bytes) under the master ``key``, in hex."""
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), default=_plain)
    return hmac.new(_derived(key), canonical.encode(), hashlib.sha256).hexdigest()


def _plain(value: bytes | UUID | datetime) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


@lru_cache(maxsize=32)
def _derived(key: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"sportello register mac").derive(key)


def masked(body: bytes) -> bytes:
    """``body`` with access and refresh tokens replaced by their SHA-256: they prove nothing and must open nothing.

    Everything else stays byte by byte as it was; SAML carries no such token.
    """
    if body.lstrip().startswith(b"<"):
        return body
    try:
        found = json.loads(body)
    except ValueError:
        return _BEARER.sub(_hashed, _FORM.sub(lambda m: m[1] + b"=" + _digest(m[2]), body))
    for token in sorted(set(_tokens(found)), key=len, reverse=True):
        # a token written with escapes is not found as it is: then the message is written anew
        body = body.replace(token.encode(), _digest(token.encode()))
    still = set(_tokens(json.loads(body)))
    return body if all(token.startswith("sha256:") for token in still) else json.dumps(_without(found)).encode()


def _hashed(match: re.Match[bytes]) -> bytes:
    return match[1] + _digest(match[2])


def _digest(token: bytes) -> bytes:
    return b"sha256:" + hashlib.sha256(token).hexdigest().encode()


def _tokens(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        for name, value in found.items():
            if name in SECRETS and isinstance(value, str) and value:
                yield value
            yield from _tokens(value)
    if isinstance(found, list):
        for value in found:
            yield from _tokens(value)


def _without(found: Any) -> Any:
    if isinstance(found, dict):
        return {
            name: _digest(value.encode()).decode() if name in SECRETS and isinstance(value, str) else _without(value)
            for name, value in found.items()
        }
    return [_without(value) for value in found] if isinstance(found, list) else found
