"""Uploads that stop and go on: every byte once, in order, whoever receives it."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.platform.files import FileDamaged, FileMissing, FileStore, TooLarge
from domain.platform.uploads import OffsetMismatch, Uploads

LIMIT = 1_000_000


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(FileStore.open(tmp_path.as_uri(), {"k": b"k" * 32}))


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_an_upload_goes_on_where_it_stopped(uploads: Uploads) -> None:
    assert await uploads.size("u1") == 0
    assert await uploads.append("u1", 0, b"first ", limit=LIMIT) == 6
    assert await uploads.size("u1") == 6
    assert await uploads.append("u1", 6, b"second", limit=LIMIT) == 12
    assert await uploads.finish("u1", expected_size=12) == b"first second"


@pytest.mark.parametrize("offset", [0, 3, 7])
async def test_a_chunk_at_the_wrong_place_is_refused_with_the_right_one(uploads: Uploads, offset: int) -> None:
    await uploads.append("u1", 0, b"first ", limit=LIMIT)
    with pytest.raises(OffsetMismatch) as refusal:
        await uploads.append("u1", offset, b"again", limit=LIMIT)
    assert refusal.value.expected == 6
    assert await uploads.size("u1") == 6


async def test_of_two_that_race_for_one_place_one_wins(uploads: Uploads) -> None:
    racing = [uploads.append("u1", 0, bytes([65 + n]) * (n + 1), limit=LIMIT) for n in range(4)]
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    won = [outcome for outcome in outcomes if isinstance(outcome, int)]
    assert len(won) == 1
    assert all(isinstance(outcome, int | OffsetMismatch) for outcome in outcomes)
    assert await uploads.size("u1") == won[0]


async def test_more_than_the_limit_is_refused_and_what_came_before_stays(uploads: Uploads) -> None:
    await uploads.append("u1", 0, bytes(60), limit=100)
    with pytest.raises(TooLarge):
        await uploads.append("u1", 60, bytes(41), limit=100)
    assert await uploads.append("u1", 60, bytes(40), limit=100) == 100


async def test_an_unfinished_upload_cannot_be_finished(uploads: Uploads) -> None:
    await uploads.append("u1", 0, b"half", limit=LIMIT)
    with pytest.raises(OffsetMismatch):
        await uploads.finish("u1", expected_size=8)


async def test_an_empty_chunk_changes_nothing(uploads: Uploads, tmp_path: Path) -> None:
    assert await uploads.append("u1", 0, b"", limit=LIMIT) == 0
    assert files_in(tmp_path) == []
    assert await uploads.finish("u1", expected_size=0) == b""


async def test_waiting_chunks_are_encrypted(uploads: Uploads, tmp_path: Path) -> None:
    await uploads.append("u1", 0, b"Diagnosi: riservata", limit=LIMIT)
    (chunk,) = files_in(tmp_path)
    assert b"riservata" not in chunk.read_bytes()


async def test_a_chunk_moved_to_another_upload_is_noticed(uploads: Uploads, tmp_path: Path) -> None:
    await uploads.append("mine", 0, b"mine", limit=LIMIT)
    await uploads.append("yours", 0, b"your", limit=LIMIT)
    mine, yours = (next(path for path in files_in(tmp_path) if name in path.parts) for name in ("mine", "yours"))
    yours.write_bytes(mine.read_bytes())
    with pytest.raises(FileDamaged):
        await uploads.finish("yours", expected_size=4)


async def test_a_lost_chunk_is_noticed(uploads: Uploads, tmp_path: Path) -> None:
    for offset in (0, 4, 8):
        await uploads.append("u1", offset, b"1234", limit=LIMIT)
    sorted(files_in(tmp_path))[1].unlink()
    with pytest.raises(FileDamaged):
        await uploads.size("u1")


async def test_a_discarded_upload_leaves_nothing_and_does_not_touch_others(uploads: Uploads, tmp_path: Path) -> None:
    await uploads.append("u1", 0, b"one", limit=LIMIT)
    await uploads.append("u10", 0, b"other", limit=LIMIT)
    await uploads.discard("u1")
    await uploads.discard("u1")
    assert await uploads.size("u1") == 0
    assert await uploads.finish("u10", expected_size=5) == b"other"
    assert len(files_in(tmp_path)) == 1


async def test_abandoned_uploads_are_found(uploads: Uploads) -> None:
    await uploads.append("u1", 0, b"one", limit=LIMIT)
    now = datetime.now(UTC)
    assert await uploads.abandoned(before=now + timedelta(hours=1)) == ["u1"]
    assert await uploads.abandoned(before=now - timedelta(hours=1)) == []


@pytest.mark.parametrize("upload_id", ["", "..", "a/b", "../files", "x" * 65, "é"])
async def test_an_id_that_is_not_ours_is_unknown(uploads: Uploads, upload_id: str) -> None:
    with pytest.raises(FileMissing):
        await uploads.append(upload_id, 0, b"x", limit=LIMIT)


@settings(max_examples=25, deadline=None)
@given(chunks=st.lists(st.binary(min_size=1, max_size=70_000), max_size=6))
def test_any_cutting_arrives_whole(chunks: list[bytes]) -> None:
    async def send(folder: str) -> bytes:
        uploads = Uploads(FileStore.open(Path(folder).as_uri(), {"k": b"k" * 32}))
        size = 0
        for chunk in chunks:
            size = await uploads.append("u1", size, chunk, limit=LIMIT)
        return await uploads.finish("u1", expected_size=size)

    with TemporaryDirectory() as folder, asyncio.Runner() as runner:
        assert runner.run(send(folder)) == b"".join(chunks)
