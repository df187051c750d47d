"""Files at rest: stored once, unreadable to others, never silently wrong."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from domain.platform.files import FileDamaged, FileMissing, FileStore, KeyUnavailable, TooLarge
from domain.platform.storage.file_cipher import (
    CHUNK_BYTES,
    FRAME_BYTES,
    HEADER_BYTES,
    KeyRing,
    Opener,
    Sealer,
    content_size,
    open_sealed,
    seal,
)

OLD, NEW = b"o" * 32, b"n" * 32
LIMIT = 1024 * 1024
PLACE = "a" * 64


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore.open(tmp_path.as_uri(), {"old": OLD})


def blobs_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


async def in_pieces(content: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


SIZES_AT_THE_EDGES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7]


@pytest.mark.parametrize("size", SIZES_AT_THE_EDGES)
async def test_what_is_stored_comes_back(store: FileStore, size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    stored = await store.put(content, limit=LIMIT)
    assert await store.read(stored.address) == content
    assert stored.size == size
    assert b"".join([piece async for piece in store.stream(stored.address)]) == content


async def test_the_same_content_lies_once_however_it_arrives(store: FileStore, tmp_path: Path) -> None:
    content = b"the same photo " * 10_000
    whole = await store.put(content, limit=LIMIT)
    before = blobs_in(tmp_path)[0].read_bytes()
    assert await store.put(in_pieces(content, 777), limit=LIMIT) == whole
    assert [path.read_bytes() for path in blobs_in(tmp_path)] == [before]


async def test_neither_the_content_nor_its_hash_can_be_read_from_the_folder(store: FileStore, tmp_path: Path) -> None:
    content = b"Diagnosi: riservata. " * 100
    stored = await store.put(content, limit=LIMIT)
    (blob,) = blobs_in(tmp_path)
    assert b"riservata" not in blob.read_bytes()
    assert stored.sha256 not in str(blob)
    assert stored.sha256 != stored.address


async def test_another_master_key_gives_another_address(tmp_path: Path) -> None:
    one = await FileStore.open((tmp_path / "one").as_uri(), {"k": OLD}).put(b"content", limit=LIMIT)
    two = await FileStore.open((tmp_path / "two").as_uri(), {"k": NEW}).put(b"content", limit=LIMIT)
    assert one.address != two.address
    assert one.sha256 == two.sha256


async def test_content_beyond_the_limit_is_refused_and_nothing_stays(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(TooLarge) as refusal:
        await store.put(in_pieces(bytes(3001), 1000), limit=3000)
    assert refusal.value.limit == 3000
    assert blobs_in(tmp_path) == []
    assert (await store.put(bytes(3000), limit=3000)).size == 3000


@pytest.mark.parametrize("address", ["f" * 64, "../../etc/passwd", "", "F" * 64])
async def test_what_is_not_there_is_missing(store: FileStore, address: str) -> None:
    assert not await store.exists(address)
    with pytest.raises(FileMissing):
        await store.read(address)
    with pytest.raises(FileMissing):
        await store.rewrap(address)


async def test_a_deleted_file_is_gone_and_can_be_deleted_again(store: FileStore) -> None:
    stored = await store.put(b"content", limit=LIMIT)
    await store.delete(stored.address)
    await store.delete(stored.address)
    assert not await store.exists(stored.address)


TAMPERING: dict[str, Callable[[bytes], bytes]] = {
    "a changed byte of the content": lambda sealed: sealed[:-20] + bytes([sealed[-20] ^ 1]) + sealed[-19:],
    "a changed byte of the wrapped key": lambda sealed: sealed[:60] + bytes([sealed[60] ^ 1]) + sealed[61:],
    "the last chunk cut off": lambda sealed: sealed[: HEADER_BYTES + FRAME_BYTES],
    "cut in the middle of a chunk": lambda sealed: sealed[:-1],
    "cut in the header": lambda sealed: sealed[:40],
    "nothing left": lambda _sealed: b"",
    "two chunks exchanged": lambda sealed: (
        sealed[:HEADER_BYTES]
        + sealed[HEADER_BYTES + FRAME_BYTES : HEADER_BYTES + 2 * FRAME_BYTES]
        + sealed[HEADER_BYTES : HEADER_BYTES + FRAME_BYTES]
        + sealed[HEADER_BYTES + 2 * FRAME_BYTES :]
    ),
    "something appended": lambda sealed: sealed + b"x",
    "not ours at all": lambda _sealed: b"%PDF-1.7" * 100,
}


@pytest.mark.parametrize("tampering", TAMPERING)
async def test_tampering_is_noticed(store: FileStore, tmp_path: Path, tampering: str) -> None:
    stored = await store.put(bytes(2 * CHUNK_BYTES + 100), limit=LIMIT)
    (blob,) = blobs_in(tmp_path)
    blob.write_bytes(TAMPERING[tampering](blob.read_bytes()))
    with pytest.raises(FileDamaged):
        await store.read(stored.address)


async def test_one_file_cannot_be_put_in_the_place_of_another(store: FileStore, tmp_path: Path) -> None:
    await store.put(b"mine", limit=LIMIT)
    (mine,) = blobs_in(tmp_path)
    yours = await store.put(b"yours", limit=LIMIT)
    other = next(path for path in blobs_in(tmp_path) if path != mine)
    other.write_bytes(mine.read_bytes())
    with pytest.raises(FileDamaged):
        await store.read(yours.address)


async def test_a_wrong_master_key_is_refused(store: FileStore, tmp_path: Path) -> None:
    stored = await store.put(b"content", limit=LIMIT)
    with pytest.raises(FileDamaged):
        await FileStore.open(tmp_path.as_uri(), {"old": NEW}).read(stored.address)
    with pytest.raises(KeyUnavailable, match="old"):
        await FileStore.open(tmp_path.as_uri(), {"new": NEW}).read(stored.address)


async def test_keys_roll_over_without_moving_a_file(store: FileStore, tmp_path: Path) -> None:
    content = bytes(CHUNK_BYTES + 5)
    stored = await store.put(content, limit=LIMIT)
    both = FileStore.open(tmp_path.as_uri(), {"old": OLD, "new": NEW})
    assert await both.read(stored.address) == content
    assert await both.put(content, limit=LIMIT) == stored, "known content keeps its address"
    assert await both.rewrap(stored.address)
    assert not await both.rewrap(stored.address), "once is enough"
    assert await FileStore.open(tmp_path.as_uri(), {"new": NEW}).read(stored.address) == content
    with pytest.raises(KeyUnavailable):
        await store.read(stored.address)


@pytest.mark.parametrize("keys", [{}, {"short": b"x" * 31}, {"": OLD}, {"k" * 33: OLD}, {"a\0": OLD}])
def test_a_key_ring_that_cannot_protect_is_refused(keys: dict[str, bytes]) -> None:
    with pytest.raises(ValueError):
        KeyRing(keys)


@pytest.mark.parametrize("url", ["", "/tmp/x", "http://example.org/x", "s3://", "file://"])
def test_a_place_that_is_no_store_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="file store"):
        FileStore.open(url, {"k": OLD})


async def test_housekeeping_sees_what_was_stored_before_an_instant(store: FileStore) -> None:
    stored = await store.put(b"content", limit=LIMIT)
    now = datetime.now(UTC)
    assert [a async for a in store.addresses(stored_before=now + timedelta(hours=1))] == [stored.address]
    assert [a async for a in store.addresses(stored_before=now - timedelta(hours=1))] == []


async def test_the_check_leaves_nothing_behind(store: FileStore, tmp_path: Path) -> None:
    await store.check()
    assert blobs_in(tmp_path) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.data_too_large])
@given(content=st.binary(max_size=300_000), fed=st.integers(1, 200_000), read=st.integers(1, 200_000))
@example(content=bytes(CHUNK_BYTES), fed=CHUNK_BYTES, read=FRAME_BYTES)
def test_any_content_survives_any_cutting(content: bytes, fed: int, read: int) -> None:
    keys, sealer = KeyRing({"k": OLD}), Sealer()
    body = b"".join(sealer.feed(content[at : at + fed]) for at in range(0, len(content), fed)) + sealer.finish()
    sealed = keys.wrap(sealer.file_key, PLACE) + body
    opener = Opener(keys, PLACE)
    opened = b"".join(opener.feed(sealed[at : at + read]) for at in range(0, len(sealed), read)) + opener.finish()
    assert opened == content
    assert content_size(len(sealed)) == len(content)


@given(content=st.binary(max_size=200), data=st.data())
def test_no_changed_bit_goes_unnoticed(content: bytes, data: st.DataObject) -> None:
    keys = KeyRing({"k": OLD})
    sealed = bytearray(seal(keys, content, PLACE))
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises((FileDamaged, KeyUnavailable)):
        open_sealed(keys, iter([bytes(sealed)]), PLACE)
