"""Random tokens, their hashes, and sealing of small secrets: pure functions over a key."""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.platform.tokens import derived_key, derived_token, fingerprint, new_token

__all__ = ["derived_token", "fingerprint", "new_token", "seal", "unseal"]

NONCE_BYTES = 12


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
