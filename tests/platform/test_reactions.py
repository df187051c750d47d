"""Events and what follows them: once under redelivery, refusals are final, jobs leave only with their transaction."""

from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import System
from domain.kernel.event import Event
from domain.kernel.refusals import RuleBroken
from domain.organization.model.ente import Ente
from domain.organization.terms import EnteKind
from domain.platform.reactions import publish, react, reacts_to
from domain.platform.work import UnitOfWork, unit_of_work

Drain = Callable[[], Awaitable[int]]
NAME = f"{__name__}."


class DoorOpened(Event):
    """One reaction adds a row."""


class DoorForced(Event):
    """One reaction adds a row and refuses, the other fails while ``fails`` holds something."""


fails: list[str] = []


@reacts_to(DoorOpened)
async def add_a_row(work: UnitOfWork, event: DoorOpened) -> None:
    work.session.add(Ente(kind=EnteKind.COMUNE, name="Comune", slug=f"aperta-{event.ente_id}", id=event.ente_id))


@reacts_to(DoorForced)
async def refuse(work: UnitOfWork, event: DoorForced) -> None:
    work.session.add(Ente(kind=EnteKind.COMUNE, name="Comune", slug=f"forzata-{event.ente_id}", id=event.ente_id))
    await work.session.flush()  # the refusal must undo a row that was written
    raise RuleBroken


@reacts_to(DoorForced)
async def stumble(_work: UnitOfWork, _event: DoorForced) -> None:
    if fails:
        raise ConnectionResetError(fails.pop())


async def happened(connection: AsyncConnection, event: Event) -> str:
    async with unit_of_work(System("test"), bind=connection) as work:
        return str(await work.record(event))


async def count(connection: AsyncConnection, statement: str) -> int:
    async with unit_of_work(System("count"), read_only=True, bind=connection) as work:
        return (await (await work.session.connection()).execute(sa.text(statement))).scalar_one()


async def enti(connection: AsyncConnection) -> int:
    return await count(connection, "SELECT count(*) FROM organization.ente")


async def done(connection: AsyncConnection, event_id: str, reaction: str) -> int:
    assert UUID(event_id)
    return await count(
        connection,
        f"SELECT count(*) FROM platform.reaction_done WHERE event_id = '{event_id}' AND reaction = '{NAME}{reaction}'",
    )


async def test_what_follows_an_event_happens(connection: AsyncConnection, everything_that_follows: Drain) -> None:
    await happened(connection, DoorOpened(ente_id=uuid4()))
    assert await enti(connection) == 0
    assert await everything_that_follows() == 2
    assert await enti(connection) == 1


async def test_a_message_delivered_again_has_no_second_effect(
    connection: AsyncConnection, everything_that_follows: Drain
) -> None:
    event_id = await happened(connection, DoorOpened(ente_id=uuid4()))
    await everything_that_follows()
    await react(event_id, f"{NAME}add_a_row", bind=connection)
    await publish(event_id, bind=connection)
    await everything_that_follows()
    assert await enti(connection) == 1
    assert await done(connection, event_id, "add_a_row") == 1


async def test_a_refusal_is_final_and_leaves_nothing(connection: AsyncConnection) -> None:
    event_id = await happened(connection, DoorForced(ente_id=uuid4()))
    await react(event_id, f"{NAME}refuse", bind=connection)
    assert await enti(connection) == 0
    assert await done(connection, event_id, "refuse") == 1


async def test_a_failure_is_not_done_and_can_be_tried_again(connection: AsyncConnection) -> None:
    event_id = await happened(connection, DoorForced(ente_id=uuid4()))
    fails.append("once")
    with pytest.raises(ConnectionResetError):
        await react(event_id, f"{NAME}stumble", bind=connection)
    assert await done(connection, event_id, "stumble") == 0
    await react(event_id, f"{NAME}stumble", bind=connection)
    assert await done(connection, event_id, "stumble") == 1


async def test_a_job_leaves_only_with_its_transaction(connection: AsyncConnection) -> None:
    with pytest.raises(RuleBroken):
        async with unit_of_work(System("test"), bind=connection) as work:
            await work.record(DoorOpened(ente_id=uuid4()))
            raise RuleBroken
    assert await count(connection, "SELECT count(*) FROM jobs.queue") == 0
    await happened(connection, DoorOpened(ente_id=uuid4()))
    assert await count(connection, "SELECT count(*) FROM jobs.queue WHERE message ->> 'actor_name' = 'publish'") == 1


async def test_the_log_keeps_the_event_as_it_was(connection: AsyncConnection) -> None:
    ente_id = uuid4()
    await happened(connection, DoorOpened(ente_id=ente_id))
    kind = await count(connection, "SELECT kind FROM platform.event")
    assert str(kind) == f"{__name__}:DoorOpened"
