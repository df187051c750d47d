"""An ente says by which rules it makes its plans."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlalchemy.dialects.postgresql import insert

from domain.casework.model.care_plan.plan_rules import CarePlanRules
from domain.casework.permissions import may_rule_plans
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork


class SetPlanRules(BaseModel):
    """Whether a head gives a visa first; whether people answer on the portal; days of warning before a check."""

    is_visa_wanted: bool = False
    is_answered_online: bool = False
    warning_days: int = Field(default=14, ge=1, le=90)


async def set_plan_rules(work: UnitOfWork, operator: Operator, command: SetPlanRules) -> UUID:
    """For the ente of ``operator``, from now on; what waits for a visa already goes on waiting. Refuses NotAllowed."""
    if not may_rule_plans(operator):
        raise NotAllowed
    said = command.model_dump() | {"set_by_id": operator.operator_id, "set_at": work.now}
    row = CarePlanRules(ente_id=operator.ente_id, **said).model_dump()
    once = insert(CarePlanRules).values(row).on_conflict_do_update(index_elements=["ente_id"], set_=said)
    await (await work.session.connection()).execute(once)
    return operator.ente_id
