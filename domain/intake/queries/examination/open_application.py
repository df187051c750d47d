"""Whether somebody waits for an answer: it is a reason to look at what the answer depends on."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.permissions import may_work_on_applications, visible_to
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork

UNDER_WAY = (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE)


async def open_application(work: UnitOfWork, operator: Operator, person_id: UUID) -> UUID | None:
    """An application of ``person_id``, or for them, that waits for the office; None without one in reach."""
    if not may_work_on_applications(operator):
        return None
    whose = sa.or_(col(Application.beneficiary_id) == person_id, col(Application.applicant_id) == person_id)
    wanted = select(Application.id).where(whose, col(Application.status).in_(UNDER_WAY), visible_to(operator))
    return (await work.session.exec(wanted.order_by(col(Application.submitted_at).desc()).limit(1))).first()
