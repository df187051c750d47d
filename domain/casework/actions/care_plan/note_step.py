"""The history of a plan gets a line."""

from domain.casework.model.care_plan.plan import CarePlan, CarePlanStep
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Actor, Citizen, Operator
from domain.platform.work import UnitOfWork


def note_step(work: UnitOfWork, actor: Actor, plan: CarePlan, step: PlanStep, number: int, note: str = "") -> None:
    """Write who did what to which version, now; nobody changes it afterwards."""
    line = CarePlanStep(
        ente_id=plan.ente_id,
        plan_id=plan.id,
        person_id=plan.person_id,
        step=step,
        number=number,
        happened_at=work.now,
        operator_id=actor.operator_id if isinstance(actor, Operator) else None,
        citizen_id=actor.person_id if isinstance(actor, Citizen) else None,
        note=note,
    )
    work.session.add(line)
