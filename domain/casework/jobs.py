"""What happens to cases on a clock."""

from uuid import UUID

from domain.casework.actions.care_plan.following.remind_of_checks import remind_of_checks
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work

WHO = System("remind of plan checks")


async def remind_of_plan_checks(*, bind: Bind | None = None) -> None:
    """Tell who answers for plans which ones are to be checked; two hundred in each transaction."""
    after: UUID | None = None
    while True:
        async with unit_of_work(WHO, bind=bind) as work:
            after = await remind_of_checks(work, WHO, after)
        if after is None:
            return


JOBS = {"remind_of_plan_checks": remind_of_plan_checks}
