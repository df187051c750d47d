"""Operators are told of a plan: heads of a visa, who answers for it of the person's answer and of its checks."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class TellOfPlan:
    """Of which plan, in which words, for which occasion; the heads of its office, or who answers for it."""

    plan_id: UUID
    key: str
    subject: Text
    is_for_heads: bool = False


async def tell_of_plan(work: UnitOfWork, system: System, command: TellOfPlan) -> None:
    """Told once for each occasion; the words name nobody."""
    plan = (await work.session.exec(select(CarePlan).where(col(CarePlan.id) == command.plan_id))).one()
    told = NotifyOperators(
        ente_id=plan.ente_id,
        kind=NoticeKind.CARE_PLAN,
        key=command.key,
        subject=command.subject,
        path=f"/progetti/{plan.id}",
        operator_id=None if command.is_for_heads else plan.responsible_id,
        office_id=plan.office_id if command.is_for_heads else None,
        roles=(Role.OFFICE_HEAD,) if command.is_for_heads else (),
    )
    await notify_operators(work, system, told)
