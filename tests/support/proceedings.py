"""An application goes through its procedure, for tests of more than one context."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Actor
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.proceeding_of import proceeding_of

Follow = Callable[[], Awaitable[int]]


async def fires(
    connection: AsyncConnection, follow: Follow, actor: Actor, application_id: UUID, *transitions: str, **fields: Any
) -> None:
    """``actor`` makes the transitions, one after the other, and everything follows each."""
    for transition in transitions:
        async with unit_of_work(actor, bind=connection) as work:
            found = await proceeding_of(work, actor, application_id)
            command = FireTransition(proceeding_id=found.id, transition=transition, fields=fields)
            await fire_transition(work, actor, command)
        await follow()
