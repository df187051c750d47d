"""Uploads that can be resumed: what has arrived waits, encrypted, until the whole file is there.

Every chunk is an object of its own (``uploads/<id>/<offset>``), written only if no other stands there. So several
web processes can receive one upload, on a folder or on S3, and a chunk sent twice cannot be stored twice.
"""

import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import NamedTuple

import obstore
from obstore.exceptions import AlreadyExistsError, PreconditionError

from domain.platform.files import FileMissing, FileStore, TooLarge
from domain.platform.storage.file_cipher import FileDamaged, content_size, open_sealed, seal

UPLOAD_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
OFFSET_DIGITS = 15


class OffsetMismatch(Exception):
    """The chunk does not start where the last one ended; ``expected`` is where the next one must start."""

    def __init__(self, expected: int) -> None:
        """Remember the offset, in bytes, that would have been right."""
        super().__init__(f"The next chunk must start at {expected}.")
        self.expected = expected


class _Chunk(NamedTuple):
    offset: int
    size: int
    path: str


class Uploads:
    """The files that are still arriving. An upload id is a random word of ours: it names no person."""

    def __init__(self, files: FileStore) -> None:
        """Keep the chunks beside ``files``, under the same master keys."""
        self._blobs, self._keys = files.blobs, files.keys

    async def append(self, upload_id: str, offset: int, chunk: bytes, *, limit: int) -> int:
        """Add ``chunk`` at ``offset`` and give the new size in bytes.

        Refuses a wrong offset (``OffsetMismatch``), also when two requests race for it, and more than ``limit``
        bytes in all (``TooLarge``). An empty chunk changes nothing.
        """
        expected = await self.size(upload_id)
        if offset != expected:
            raise OffsetMismatch(expected)
        if offset + len(chunk) > limit:
            raise TooLarge(limit)
        if not chunk:
            return expected
        path = f"{_folder(upload_id)}/{offset:0{OFFSET_DIGITS}}"
        try:
            await obstore.put_async(self._blobs, path, seal(self._keys, chunk, path), mode="create")
        except (AlreadyExistsError, PreconditionError):
            raise OffsetMismatch(await self.size(upload_id)) from None
        return offset + len(chunk)

    async def size(self, upload_id: str) -> int:
        """How many bytes have arrived; 0 for an upload nobody has sent anything to."""
        chunks = await self._chunks(upload_id)
        return sum(chunk.size for chunk in chunks)

    async def stream(self, upload_id: str) -> AsyncIterator[bytes]:
        """What has arrived, chunk by chunk, in order."""
        for chunk in await self._chunks(upload_id):
            try:
                found = await obstore.get_async(self._blobs, chunk.path)
            except FileNotFoundError:
                raise FileMissing(upload_id) from None
            yield open_sealed(self._keys, iter([bytes(await found.bytes_async())]), chunk.path)

    async def finish(self, upload_id: str, *, expected_size: int) -> bytes:
        """The whole file; refuses with ``OffsetMismatch`` while bytes are missing. Call ``discard`` after the commit.

        The chunks stay until then, so a request that fails here can be repeated.
        """
        content = b"".join([chunk async for chunk in self.stream(upload_id)])
        if len(content) != expected_size:
            raise OffsetMismatch(len(content))
        return content

    async def discard(self, upload_id: str) -> None:
        """Forget an upload; nothing there is fine."""
        batches = obstore.list(self._blobs, prefix=_folder(upload_id))
        paths = [entry["path"] async for batch in batches for entry in batch]
        if paths:
            await obstore.delete_async(self._blobs, paths)

    async def abandoned(self, *, before: datetime) -> list[str]:
        """Ids of the uploads that received nothing since ``before``: housekeeping discards them."""
        latest: dict[str, datetime] = {}
        async for batch in obstore.list(self._blobs, prefix="uploads"):
            for entry in batch:
                upload_id = entry["path"].split("/")[-2]
                latest[upload_id] = max(entry["last_modified"], latest.get(upload_id, entry["last_modified"]))
        return sorted(upload_id for upload_id, stored_at in latest.items() if stored_at < before)

    async def _chunks(self, upload_id: str) -> list[_Chunk]:
        batches = obstore.list(self._blobs, prefix=_folder(upload_id))
        found = sorted(
            [
                _Chunk(int(entry["path"].split("/")[-1]), content_size(entry["size"]), entry["path"])
                async for batch in batches
                for entry in batch
            ]
        )
        expected = 0
        for chunk in found:
            if chunk.offset != expected:
                raise FileDamaged(f"Upload {upload_id} has a hole at {expected}.")
            expected += chunk.size
        return found


def _folder(upload_id: str) -> str:
    if not UPLOAD_ID.fullmatch(upload_id):
        raise FileMissing(upload_id)
    return f"uploads/{upload_id}"
