"""Jobs that were given up: found without personal data, and tried again when somebody asks."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

import pytest
from dramatiq_postgres import PostgresBroker
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.database import driver_url
from domain.platform.jobs import QUEUE
from domain.platform.queue.dead_letters import dead_letters, retry_dead_letter
from domain.platform.queue.queue_worker import MAX_RETRIES, new_broker
from domain.platform.settings import Settings
from domain.platform.work import unit_of_work
from tests.support.database.postgres import TestDatabases

CODE = "RSSMRA80A01H501U"
WAITING = "SELECT message::text AS message, available_at > now() AS is_later FROM jobs.queue"


@pytest.fixture
def address(databases: TestDatabases, worker_id: str) -> Iterator[str]:
    """A database in which the queue is really committed."""
    with databases.clone(f"{worker_id}_letters") as name:
        yield databases.url(name, "sportello_app")


@pytest.fixture
async def bind(address: str) -> AsyncIterator[AsyncEngine]:
    """An engine on it."""
    engine = create_async_engine(driver_url(address))
    yield engine
    await engine.dispose()


@pytest.fixture
def broker(address: str) -> Iterator[PostgresBroker]:
    """The worker's broker, without its threads."""

    async def job(*_args: object) -> None: ...

    chosen: dict[str, Any] = {"database_url": address}
    made = new_broker(Settings(**chosen), {"deliver": job})
    yield made
    made.close()


def fail(broker: PostgresBroker, *, tries: int) -> None:
    """Take the next message as the worker does, and fail."""
    consumer = broker.consume(QUEUE, prefetch=1, timeout=1000)
    message = next(consumer)
    assert message is not None
    message.options["retries"] = tries
    try:
        raise ValueError(f"no letter for {CODE}")
    except ValueError as error:
        broker.emit_after("process_message", message, exception=error)
    if message.failed:
        broker.emit_before("nack", message)
        consumer.nack(message)
    else:
        consumer.ack(message)
    consumer.close()


async def test_a_job_given_up_is_found_without_anybodys_name_and_tried_again(
    bind: AsyncEngine, broker: PostgresBroker
) -> None:
    async with unit_of_work(System("test"), bind=bind) as work:
        await work.defer("deliver", "an id")
    fail(broker, tries=MAX_RETRIES)
    async with unit_of_work(System("test"), bind=bind) as work:
        [letter] = await dead_letters(work)
        assert (letter.job, letter.args, letter.error, letter.tries) == (
            "deliver",
            ("an id",),
            "ValueError",
            MAX_RETRIES + 1,
        )
        whole = (
            await (await work.session.connection()).exec_driver_sql("SELECT message::text FROM jobs.queue")
        ).scalar_one()
        assert CODE not in whole
        await retry_dead_letter(work, letter.id)
    async with unit_of_work(System("test"), bind=bind) as work:
        assert await dead_letters(work) == []
    fail(broker, tries=MAX_RETRIES)
    async with unit_of_work(System("test"), bind=bind) as work:
        assert len(await dead_letters(work)) == 1


async def test_a_job_that_may_yet_succeed_waits_and_is_no_dead_letter(
    bind: AsyncEngine, broker: PostgresBroker
) -> None:
    async with unit_of_work(System("test"), bind=bind) as work:
        await work.defer("deliver", "an id")
    fail(broker, tries=0)
    async with unit_of_work(System("test"), bind=bind) as work:
        assert await dead_letters(work) == []
        row = await (await work.session.connection()).exec_driver_sql(WAITING)
        found = row.mappings().one()
    assert found["is_later"] is True
    assert CODE not in found["message"]


async def test_what_is_not_a_dead_letter_cannot_be_tried_again(bind: AsyncEngine) -> None:
    with pytest.raises(NotFound):
        async with unit_of_work(System("test"), bind=bind) as work:
            await retry_dead_letter(work, uuid4())
