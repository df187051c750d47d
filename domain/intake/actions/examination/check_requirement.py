"""An operator says whether a requirement is met, in agreement with the rule or with a reason of one's own."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.terms import Outcome
from domain.intake.model.requirement_check import RequirementCheck
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.queries.checking.checklist import checklist_of
from domain.intake.refusals import NotUnderWay
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict, Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

WHY = _("Scrivi perché: la regola da sola non dice questo.")
OPEN = (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE)


class CheckRequirement(BaseModel):
    """Which requirement, by key, and whether it is met; ``seen`` is what the rule said on the page."""

    application_id: UUID
    requirement: str
    is_met: bool
    seen: Outcome
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""


async def check_requirement(work: UnitOfWork, operator: Operator, command: CheckRequirement) -> UUID:
    """Keep the finding with the facts of this moment; it is never rewritten, a later one counts instead. Its id.

    Refuses NotAllowed, NotFound, NotUnderWay once it is answered, Conflict when the facts have changed meanwhile so
    that the rule says something else, and Invalid under ``reason`` when the operator differs without one.
    """
    application = await application_to_handle(work, operator, command.application_id, for_update=True)
    if application.status not in OPEN:
        raise NotUnderWay
    row = (await checklist_of(work, operator, application)).row(command.requirement)
    if row is None:
        raise NotFound
    if row.computed is not command.seen:
        raise Conflict(_("Nel frattempo i dati sono cambiati. Guarda di nuovo il requisito."))
    if row.computed is not (Outcome.MET if command.is_met else Outcome.NOT_MET) and not command.reason:
        raise Invalid({"reason": WHY})
    kept = RequirementCheck(
        ente_id=application.ente_id,
        application_id=application.id,
        requirement=row.requirement.key,
        computed=row.computed,
        facts=[one.as_kept() for one in row.facts],
        is_met=command.is_met,
        reason=command.reason,
        operator_id=operator.operator_id,
        created_at=work.now,
    )
    work.session.add(kept)
    return kept.id
