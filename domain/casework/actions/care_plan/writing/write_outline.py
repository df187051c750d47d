"""Why a plan is made, for whom, and with which resources."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.care_plan.plans import draft_of
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]


class WriteOutline(BaseModel):
    """The reasons as the person will read them; whether it is about the whole household."""

    plan_id: UUID
    kind: str = ""
    is_about_household: bool = False
    motivations: Words = ""
    resources: Words = ""


async def write_outline(work: UnitOfWork, operator: Operator, command: WriteOutline) -> None:
    """Keep it in the draft, also half written: what is missing is asked for when the plan is proposed.

    The kind changes only before the first version is agreed on. Refuses NotFound, PlanHasEnded, NotADraft, and Invalid
    on ``kind``.
    """
    plan, version = await draft_of(work, operator, command.plan_id)
    if command.kind and command.kind != plan.kind and not plan.number_in_force:
        if command.kind not in dict((await plan_words(work, plan.ente_id)).kinds):
            raise Invalid({"kind": _("Scegli una delle risposte.")})
        plan.kind = command.kind
    said = command.model_dump(include={"is_about_household", "motivations", "resources"})
    version.write(version.says.model_copy(update=said))
