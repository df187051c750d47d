"""Which functions run when an event has happened, each once, each in a transaction of its own."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.kernel.actor import System
from domain.kernel.event import Event
from domain.kernel.refusals import Refused
from domain.platform.event_log import EventRecord, ReactionDone
from domain.platform.observability import log
from domain.platform.work import Bind, UnitOfWork, unit_of_work

Reaction = Callable[[UnitOfWork, Any], Awaitable[None]]
_by_event: dict[type[Event], dict[str, Reaction]] = defaultdict(dict)


def reacts_to(event: type[Event]) -> Callable[[Reaction], Reaction]:
    """Decorate a function that must run after each ``event``, in the event's ente."""

    def register(reaction: Reaction) -> Reaction:
        _by_event[event][_name(reaction)] = reaction
        return reaction

    return register


def _name(reaction: Reaction) -> str:
    """By which queue and log know it: the context's ``reactions`` and its own name, whatever file it stands in."""
    context, within, _file = reaction.__module__.partition(".reactions.")
    return f"{context}.reactions.{reaction.__name__}" if within else f"{reaction.__module__}.{reaction.__name__}"


async def publish(event_id: str, *, bind: Bind | None = None) -> None:
    """Queue one message per reaction to the event, all in one transaction."""
    async with unit_of_work(System("publish"), bind=bind) as work:
        record = await work.session.get_one(EventRecord, UUID(event_id))
        for name in _by_event[type(record.event())]:
            await work.defer("react", event_id, name)


async def react(event_id: str, reaction: str, *, bind: Bind | None = None) -> None:
    """Run one reaction to an event, once: a second delivery finds it done and stops.

    A refusal is final: it is logged and the reaction counts as done, since asking again cannot help.
    """
    async with unit_of_work(System("read event"), read_only=True, bind=bind) as work:
        event = (await work.session.get_one(EventRecord, UUID(event_id))).event()
    try:
        async with unit_of_work(System(reaction, (event.ente_id,)), bind=bind) as work:
            if await _first_time(work, UUID(event_id), reaction):
                await _by_event[type(event)][reaction](work, event)
    except Refused as refusal:
        log.warning("reaction_refused", reaction=reaction, event_id=event_id, refusal=type(refusal).__name__)
        async with unit_of_work(System(reaction), bind=bind) as work:
            await _first_time(work, UUID(event_id), reaction)


async def _first_time(work: UnitOfWork, event_id: UUID, reaction: str) -> bool:
    connection = await work.session.connection()
    once = insert(ReactionDone).values(event_id=event_id, reaction=reaction, done_at=work.now)
    done = await connection.execute(once.on_conflict_do_nothing().returning(col(ReactionDone.event_id)))
    return done.first() is not None
