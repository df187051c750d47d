"""What the desk does on a clock."""

from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.reception.actions.arrivals.forget_arrivals import forget_arrivals

WHO = System("forget arrivals")


async def forget_who_waited(*, bind: Bind | None = None) -> None:
    """Remove the names beside the numbers of the days before."""
    async with unit_of_work(WHO, bind=bind) as work:
        await forget_arrivals(work, WHO)


JOBS = {"forget_arrivals": forget_who_waited}
