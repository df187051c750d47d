"""Random tokens and their keyed hashes: what opens a session or a link is kept nowhere, only what recognises it."""

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def new_token() -> str:
    """A token of 256 random bits for a cookie."""
    return secrets.token_urlsafe(32)


def fingerprint(key: bytes, token: str) -> str:
    """What is kept of a token: nobody who reads the database can come in with it."""
    return hmac.new(derived_key(key, b"fingerprint"), token.encode(), hashlib.sha256).hexdigest()


def derived_token(key: bytes, purpose: str, subject: str) -> str:
    """The token of ``subject`` for ``purpose``: kept nowhere, and always the same for who has the key."""
    return hmac.new(derived_key(key, b"token." + purpose.encode()), subject.encode(), hashlib.sha256).hexdigest()


def derived_key(key: bytes, purpose: bytes) -> bytes:
    """A key for one purpose: who learns it learns nothing of the others."""
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"sportello." + purpose).derive(key)
