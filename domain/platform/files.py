"""Files at rest: stored once, under an address that tells nothing, encrypted under keys of their own."""

import asyncio
import hashlib
import re
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Protocol, Self

import obstore

from domain.platform.storage.blob_store import Blobs, open_blobs
from domain.platform.storage.file_cipher import (
    HEADER_BYTES,
    FileDamaged,
    KeyRing,
    KeyUnavailable,
    Opener,
    Sealer,
    key_id_of,
    open_sealed,
    seal,
)

__all__ = ["FileDamaged", "FileMissing", "FileStore", "KeyUnavailable", "StoredContent", "TooLarge"]

PIECE_BYTES = 1024 * 1024
MEMORY_BYTES = 4 * 1024 * 1024
ADDRESS = re.compile(r"[0-9a-f]{64}")


class FileMissing(Exception):
    """Nothing is stored at this address."""


class TooLarge(Exception):
    """The content is larger than the limit, in bytes, that the caller set."""

    def __init__(self, limit: int) -> None:
        """Remember the limit that was passed."""
        super().__init__(f"More than {limit} bytes.")
        self.limit = limit


@dataclass(frozen=True)
class StoredContent:
    """Where content lies and what it is: its address, its size in bytes and the SHA-256 of the content in hex."""

    address: str
    size: int
    sha256: str


class FileStore:
    """The encrypted files of an installation. An address is an HMAC of the content, so equal content lies once."""

    def __init__(self, blobs: Blobs, keys: KeyRing) -> None:
        """Stand on an opened place and a key ring; use ``open`` to make both."""
        self.blobs, self.keys = blobs, keys

    @classmethod
    def open(cls, url: str, master_keys: Mapping[str, bytes], *, options: Mapping[str, str] | None = None) -> Self:
        """Open ``file:///folder`` or ``s3://bucket/prefix`` (with obstore's S3 ``options``).

        ``master_keys`` maps key ids to 32 bytes; the last one seals new files, every one opens. Keep an old key in
        front of the new one until ``rewrap`` has been run over every address.
        """
        return cls(open_blobs(url, options), KeyRing(master_keys))

    async def put(self, content: bytes | AsyncIterator[bytes], *, limit: int) -> StoredContent:
        """Store ``content`` and say where. The same bytes again: same address, nothing written.

        Refuses more than ``limit`` bytes with ``TooLarge``. Only sealed bytes ever touch the disk.
        """
        sealer, addresses, digest, size = Sealer(), self.keys.address_makers(), hashlib.sha256(), 0
        with SpooledTemporaryFile(max_size=MEMORY_BYTES) as spool:
            spool.write(bytes(HEADER_BYTES))
            async for piece in _pieces(content):
                size += len(piece)
                if size > limit:
                    raise TooLarge(limit)
                await asyncio.to_thread(_take_in, piece, sealer, [*addresses, digest], spool)
            spool.write(sealer.finish())
            known = [maker.hexdigest() for maker in addresses]
            for address in known:
                if await self.exists(address):
                    return StoredContent(address, size, digest.hexdigest())
            spool.seek(0)
            spool.write(self.keys.wrap(sealer.file_key, known[0]))
            spool.seek(0)
            await obstore.put_async(self.blobs, _path(known[0]), spool)
        return StoredContent(known[0], size, digest.hexdigest())

    async def read(self, address: str) -> bytes:
        """The whole content at ``address``, checked to its end."""
        return b"".join([piece async for piece in self.stream(address)])

    async def stream(self, address: str) -> AsyncIterator[bytes]:
        """The content at ``address`` in pieces, each authentic; raises ``FileDamaged`` where it stops being so."""
        opener = Opener(self.keys, _checked(address))
        try:
            found = await obstore.get_async(self.blobs, _path(address))
        except FileNotFoundError:
            raise FileMissing(address) from None
        async for piece in found.stream(min_chunk_size=PIECE_BYTES):
            if content := await asyncio.to_thread(opener.feed, bytes(piece)):
                yield content
        if content := opener.finish():
            yield content

    async def exists(self, address: str) -> bool:
        """Whether something is stored at ``address``."""
        try:
            await obstore.head_async(self.blobs, _path(_checked(address)))
        except (FileNotFoundError, FileMissing):
            return False
        return True

    async def delete(self, address: str) -> None:
        """Remove what is stored at ``address``; nothing there is fine."""
        try:
            await obstore.delete_async(self.blobs, _path(_checked(address)))
        except FileNotFoundError:
            return

    async def rewrap(self, address: str) -> bool:
        """Wrap the key of one file under the current master key; False when it already is. The content stays."""
        try:
            found = await obstore.get_async(self.blobs, _path(_checked(address)))
        except FileNotFoundError:
            raise FileMissing(address) from None
        sealed = bytes(await found.bytes_async())
        header = sealed[:HEADER_BYTES]
        file_key = self.keys.unwrap(header, address)
        if key_id_of(header) == self.keys.current:
            return False
        await obstore.put_async(self.blobs, _path(address), self.keys.wrap(file_key, address) + sealed[HEADER_BYTES:])
        return True

    async def addresses(self, *, stored_before: datetime) -> AsyncIterator[str]:
        """Every address stored before an instant, for housekeeping: files that no row names may be deleted."""
        async for batch in obstore.list(self.blobs, prefix="files"):
            for entry in batch:
                if entry["last_modified"] < stored_before:
                    yield "".join(entry["path"].split("/")[-2:])

    async def check(self) -> None:
        """Write, read back and remove a few bytes; raises what goes wrong. For readiness and ``sportello check``."""
        place = f"checks/{secrets.token_hex(8)}"
        await obstore.put_async(self.blobs, place, seal(self.keys, b"check", place))
        found = await obstore.get_async(self.blobs, place)
        content = open_sealed(self.keys, iter([bytes(await found.bytes_async())]), place)
        await obstore.delete_async(self.blobs, place)
        if content != b"check":
            raise FileDamaged("The file store gave back other bytes.")


class _Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


def _take_in(piece: bytes, sealer: Sealer, digests: Sequence[_Digest], spool: IO[bytes]) -> None:
    for digest in digests:
        digest.update(piece)
    spool.write(sealer.feed(piece))


async def _pieces(content: bytes | AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if isinstance(content, bytes):
        for start in range(0, len(content), PIECE_BYTES):
            yield content[start : start + PIECE_BYTES]
    else:
        async for piece in content:
            yield piece


def _checked(address: str) -> str:
    if not ADDRESS.fullmatch(address):
        raise FileMissing(address)
    return address


def _path(address: str) -> str:
    return f"files/{address[:2]}/{address[2:]}"
