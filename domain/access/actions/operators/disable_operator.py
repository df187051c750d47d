"""An administrator turns an operator's access off: the sessions end at once, links open nothing any more."""

from uuid import UUID

from domain.access.actions.credentials.end_other_sessions import end_other_sessions
from domain.kernel.actor import Operator, System
from domain.organization.actions.set_operator_enabled import set_operator_enabled
from domain.platform.work import UnitOfWork, unit_of_work


async def disable_operator(work: UnitOfWork, operator: Operator, operator_id: UUID) -> None:
    """Nobody comes in as this operator from now on. Refuses as ``set_operator_enabled`` does.

    Sessions are the system's: they end in a transaction of their own, and would open nothing without it either.
    """
    await set_operator_enabled(work, operator, operator_id, is_enabled=False)
    async with unit_of_work(System("disable operator"), bind=work.bind) as program:
        await end_other_sessions(program, operator_id)
