"""By which rules an ente makes its plans."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.care_plan.plan_rules import CarePlanRules
from domain.platform.work import UnitOfWork

WARNING_DAYS = 14


@dataclass(frozen=True)
class PlanRulesRow:
    """Whether a head gives a visa, whether people answer on the portal, how many days before a check one is told."""

    is_visa_wanted: bool = False
    is_answered_online: bool = False
    warning_days: int = WARNING_DAYS


async def plan_rules(work: UnitOfWork, ente_id: UUID) -> PlanRulesRow:
    """Those of the ente, or what holds while it has said nothing. They tell nothing about anybody."""
    found = (await work.session.exec(select(CarePlanRules).where(col(CarePlanRules.ente_id) == ente_id))).one_or_none()
    if found is None:
        return PlanRulesRow()
    return PlanRulesRow(found.is_visa_wanted, found.is_answered_online, found.warning_days)
