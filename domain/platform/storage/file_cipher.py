"""How a file looks at rest: sealed in chunks under a key of its own, which is wrapped under a master key.

Layout of a sealed file: ``SSF1`` · key id (32 bytes, zero padded) · nonce (12) · wrapped file key (48) · chunks.
Every chunk is AES-256-GCM over at most 64 KiB; its nonce is its index and whether it is the last one, so chunks
cannot be swapped, repeated or cut off. The wrapping is bound to the place of the file (its address), so one
sealed file cannot stand in for another. The header has a fixed length: the size of the content follows from
the size of the sealed file.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"SSF1"
KEY_BYTES = 32
KEY_ID_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
CHUNK_BYTES = 64 * 1024
FRAME_BYTES = CHUNK_BYTES + TAG_BYTES
HEADER_BYTES = len(MAGIC) + KEY_ID_BYTES + NONCE_BYTES + KEY_BYTES + TAG_BYTES


class FileDamaged(Exception):
    """The stored bytes are not the ones that were stored, or the master key is not the one that sealed them."""


class KeyUnavailable(Exception):
    """The file was sealed under a master key that this installation no longer has; names the key id, not the key."""


class KeyRing:
    """The master keys of an installation: the last one seals, every one opens."""

    def __init__(self, master_keys: Mapping[str, bytes]) -> None:
        """Refuse an empty ring, keys that are not 32 bytes and key ids that do not fit the header."""
        if not master_keys:
            raise ValueError("A file store needs at least one master key.")
        for key_id, key in master_keys.items():
            if len(key) != KEY_BYTES:
                raise ValueError(f"Master key {key_id!r} must have {KEY_BYTES} bytes.")
            if not 0 < len(key_id.encode()) <= KEY_ID_BYTES or "\0" in key_id:
                raise ValueError(f"Key id {key_id!r} must have 1 to {KEY_ID_BYTES} bytes.")
        self._wrapping = {key_id: AESGCM(_derived(key, b"wrap")) for key_id, key in master_keys.items()}
        self._addressing = [_derived(key, b"address") for key in reversed(list(master_keys.values()))]
        self.current = list(master_keys)[-1]

    def address_makers(self) -> list[hmac.HMAC]:
        """One running HMAC per master key, the current key first: the first gives the address of new content."""
        return [hmac.new(key, digestmod=hashlib.sha256) for key in self._addressing]

    def wrap(self, file_key: bytes, place: str) -> bytes:
        """The header of a sealed file: the file key, wrapped under the current key and bound to ``place``."""
        named = MAGIC + self.current.encode().ljust(KEY_ID_BYTES, b"\0")
        nonce = os.urandom(NONCE_BYTES)
        return named + nonce + self._wrapping[self.current].encrypt(nonce, file_key, named + place.encode())

    def unwrap(self, header: bytes, place: str) -> bytes:
        """The file key in ``header``; refuses another file's header, a wrong key and an unknown key id."""
        if len(header) != HEADER_BYTES or not header.startswith(MAGIC):
            raise FileDamaged("The file has no readable header.")
        named, nonce = header[: len(MAGIC) + KEY_ID_BYTES], header[len(MAGIC) + KEY_ID_BYTES :][:NONCE_BYTES]
        key_id = key_id_of(header)
        if key_id not in self._wrapping:
            raise KeyUnavailable(key_id)
        wrapped = header[len(named) + NONCE_BYTES :]
        try:
            return self._wrapping[key_id].decrypt(nonce, wrapped, named + place.encode())
        except InvalidTag:
            raise FileDamaged("The key of the file cannot be unwrapped.") from None


class Sealer:
    """Seals content as it comes, holding back at most one chunk."""

    def __init__(self) -> None:
        """Start with a fresh random file key."""
        self.file_key = AESGCM.generate_key(bit_length=8 * KEY_BYTES)
        self._cipher = AESGCM(self.file_key)
        self._pending = bytearray()
        self._index = 0

    def feed(self, piece: bytes) -> bytes:
        """Sealed bytes for ``piece``, as far as whole chunks go."""
        self._pending += piece
        sealed = bytearray()
        while len(self._pending) > CHUNK_BYTES:
            sealed += self._chunk(bytes(self._pending[:CHUNK_BYTES]), last=False)
            del self._pending[:CHUNK_BYTES]
        return bytes(sealed)

    def finish(self) -> bytes:
        """The last chunk; there always is one, so an empty file cannot be told from nothing."""
        return self._chunk(bytes(self._pending), last=True)

    def _chunk(self, content: bytes, *, last: bool) -> bytes:
        sealed = self._cipher.encrypt(_chunk_nonce(self._index, last=last), content, None)
        self._index += 1
        return sealed


class Opener:
    """Opens sealed content as it comes; what it gives out is authentic, the end is authentic after ``finish``."""

    def __init__(self, keys: KeyRing, place: str) -> None:
        """Open a file that stands at ``place``."""
        self._keys, self._place = keys, place
        self._pending = bytearray()
        self._cipher: AESGCM | None = None
        self._index = 0

    def feed(self, piece: bytes) -> bytes:
        """Content for the sealed ``piece``, as far as whole chunks go."""
        self._pending += piece
        if self._cipher is None and len(self._pending) >= HEADER_BYTES:
            self._cipher = AESGCM(self._keys.unwrap(bytes(self._pending[:HEADER_BYTES]), self._place))
            del self._pending[:HEADER_BYTES]
        content = bytearray()
        while self._cipher and len(self._pending) > FRAME_BYTES:
            content += self._chunk(self._cipher, bytes(self._pending[:FRAME_BYTES]), last=False)
            del self._pending[:FRAME_BYTES]
        return bytes(content)

    def finish(self) -> bytes:
        """The content of the last chunk; refuses a file that was cut off."""
        if self._cipher is None:
            raise FileDamaged("The file ends inside its header.")
        return self._chunk(self._cipher, bytes(self._pending), last=True)

    def _chunk(self, cipher: AESGCM, sealed: bytes, *, last: bool) -> bytes:
        try:
            content = cipher.decrypt(_chunk_nonce(self._index, last=last), sealed, None)
        except (InvalidTag, ValueError):
            raise FileDamaged(f"Chunk {self._index} of the file is not authentic.") from None
        self._index += 1
        return content


def seal(keys: KeyRing, content: bytes, place: str) -> bytes:
    """``content`` sealed whole, for small things."""
    sealer = Sealer()
    return keys.wrap(sealer.file_key, place) + sealer.feed(content) + sealer.finish()


def open_sealed(keys: KeyRing, sealed: Iterator[bytes], place: str) -> bytes:
    """The content of what ``seal`` made."""
    opener = Opener(keys, place)
    return b"".join(opener.feed(piece) for piece in sealed) + opener.finish()


def content_size(sealed_size: int) -> int:
    """How many bytes of content a sealed file of ``sealed_size`` bytes holds."""
    body = sealed_size - HEADER_BYTES
    chunks = max(1, -(-body // FRAME_BYTES))
    return max(0, body - chunks * TAG_BYTES)


def key_id_of(header: bytes) -> str:
    """The name of the master key that wrapped this file's key."""
    return header[len(MAGIC) : len(MAGIC) + KEY_ID_BYTES].rstrip(b"\0").decode(errors="replace")


def _chunk_nonce(index: int, *, last: bool) -> bytes:
    return index.to_bytes(NONCE_BYTES - 1, "big") + bytes([last])


def _derived(master_key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"sportello files " + purpose).derive(master_key)
