"""The search for a dwelling goes on."""

from uuid import UUID

from domain.housing.model.housing_need import HousingNeedStep
from domain.housing.queries.needs import need_to_decide
from domain.housing.terms import NeedStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def reopen_need(work: UnitOfWork, operator: Operator, need_id: UUID) -> None:
    """Open it again. Refuses NotFound, NotAHousingRole, and NeedAlreadyOpen, also when the person has another one."""
    found = await need_to_decide(work, operator, need_id)
    found.reopen()
    await work.session.flush()  # a second open one must be refused here
    work.session.add(
        HousingNeedStep(
            ente_id=found.ente_id,
            need_id=found.id,
            step=NeedStep.REOPENED,
            happened_at=work.now,
            operator_id=operator.operator_id,
        )
    )
