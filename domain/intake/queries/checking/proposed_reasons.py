"""The reasons that a notice of rejection, or a decision, begins with: what the checklist says is missing."""

from uuid import UUID

from domain.intake.queries.checking.checklist import checklist
from domain.intake.rules.checking.reasons import Missing, reasons_text
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.platform.work import UnitOfWork


async def proposed_reasons(work: UnitOfWork, operator: Operator, application_id: UUID) -> str:
    """In Italian, for the operator to read and change; empty when nothing is missing. Refuses like the checklist."""
    found = await checklist(work, operator, application_id)
    missing = [Missing(one.requirement, one.deciding, one.kept.reason if one.kept else "") for one in found.not_met]
    return reasons_text(missing, SOURCE.code)
