"""Random tokens and their keyed hashes: what opens a session or a link is kept nowhere, only what recognises it."""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12


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


def seal(key: bytes, secret: str, purpose: str) -> str:
    """``secret`` encrypted for ``purpose``, as text."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(derived_key(key, b"seal")).encrypt(nonce, secret.encode(), purpose.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(key: bytes, sealed: str, purpose: str) -> str:
    """The secret again; ``ValueError`` when it was sealed with another key, for another purpose, or changed."""
    raw = base64.b64decode(sealed)
    nonce, kept = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    try:
        return AESGCM(derived_key(key, b"seal")).decrypt(nonce, kept, purpose.encode()).decode()
    except InvalidTag as refused:
        raise ValueError("sealed with another key or for another purpose") from refused
