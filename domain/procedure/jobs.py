"""What happens to proceedings on a clock: what expires moves by itself, deadlines follow the calendar."""

from uuid import UUID

from domain.kernel.actor import System
from domain.kernel.refusals import Refused
from domain.platform.observability import log
from domain.platform.work import Bind, unit_of_work
from domain.procedure.actions.days.settle_deadlines import settle_deadlines as settle
from domain.procedure.actions.moving.move_expired import move_expired
from domain.procedure.queries.due_by_clock import due_by_clock

WHO = System("move expired proceedings")


async def move_what_expired(*, bind: Bind | None = None) -> int:
    """Make every automatic transition whose day has come; say how many.

    Two hundred are looked up at a time, each moves in a transaction of its own: stopped anywhere and run again, each
    moves once. What is refused stays, for a person to look at.
    """
    moved, after = 0, None
    while True:
        async with unit_of_work(WHO, read_only=True, bind=bind) as work:
            waiting = await due_by_clock(work, WHO, after)
        for proceeding_id in waiting:
            moved += await _move(proceeding_id, bind)
        if not waiting:
            return moved
        after = waiting[-1]


async def _move(proceeding_id: UUID, bind: Bind | None) -> bool:
    try:
        async with unit_of_work(WHO, bind=bind) as work:
            return await move_expired(work, WHO, proceeding_id) is not None
    except Refused as refusal:
        log.warning("transition_refused", proceeding_id=str(proceeding_id), refusal=type(refusal).__name__)
        return False


async def settle_deadlines(ente_id: str, *, bind: Bind | None = None) -> None:
    """Reckon the open deadlines of an ente anew, two hundred in each transaction."""
    who = System("settle deadlines", (UUID(ente_id),))
    after: UUID | None = None
    while True:
        async with unit_of_work(who, bind=bind) as work:
            after = await settle(work, who, UUID(ente_id), after)
        if after is None:
            return


JOBS = {"move_expired_proceedings": move_what_expired, "settle_deadlines": settle_deadlines}
