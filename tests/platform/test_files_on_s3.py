"""The same file store on an S3-compatible server."""

import asyncio
from collections.abc import Iterator

import boto3
import pytest
from moto.server import ThreadedMotoServer

from domain.platform.files import FileMissing, FileStore
from domain.platform.uploads import OffsetMismatch, Uploads

LIMIT = 30_000_000
REGION = "eu-south-1"


@pytest.fixture(scope="module")
def store() -> Iterator[FileStore]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    options = {
        "endpoint": f"http://{host}:{port}",
        "region": REGION,
        "access_key_id": "test",
        "secret_access_key": "test",
    }
    client = boto3.client(
        "s3",
        endpoint_url=options["endpoint"],
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    client.create_bucket(Bucket="sportello", CreateBucketConfiguration={"LocationConstraint": REGION})
    client.close()
    yield FileStore.open("s3://sportello/some/prefix", {"k": b"k" * 32}, options=options)
    server.stop()


@pytest.mark.parametrize("size", [0, 1000, 12_000_000])
async def test_a_file_goes_to_s3_and_comes_back(store: FileStore, size: int) -> None:
    content = bytes(index % 251 for index in range(1000)) * (size // 1000)
    stored = await store.put(content, limit=LIMIT)
    assert await store.put(content, limit=LIMIT) == stored
    assert await store.read(stored.address) == content
    await store.delete(stored.address)
    with pytest.raises(FileMissing):
        await store.read(stored.address)


async def test_an_upload_resumes_and_only_one_of_two_racing_chunks_counts(store: FileStore) -> None:
    uploads = Uploads(store)
    outcomes = await asyncio.gather(
        *(uploads.append("u1", 0, b"abc", limit=LIMIT) for _ in range(3)), return_exceptions=True
    )
    assert outcomes.count(3) == 1
    assert sum(isinstance(outcome, OffsetMismatch) for outcome in outcomes) == 2
    with pytest.raises(OffsetMismatch):
        await uploads.append("u1", 0, b"abc", limit=LIMIT)
    await uploads.append("u1", 3, b"def", limit=LIMIT)
    assert await uploads.finish("u1", expected_size=6) == b"abcdef"
    await uploads.discard("u1")
    assert await uploads.size("u1") == 0


async def test_the_store_can_check_itself(store: FileStore) -> None:
    await store.check()
