"""What a citizen has sent before for the same person: what was said there is not asked again."""

from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.rules.drafts.earlier import Sent
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork

MOST = 3


async def earlier_applications(work: UnitOfWork, citizen: Citizen, beneficiary_id: UUID) -> list[Sent]:
    """The last three that the citizen has sent for this person, and still may see; the latest first."""
    wanted = (
        select(Application)
        .where(
            visible_to(citizen),
            col(Application.applicant_id) == citizen.person_id,
            col(Application.beneficiary_id) == beneficiary_id,
            col(Application.status) != ApplicationStatus.DRAFT,
        )
        .order_by(col(Application.submitted_at).desc())
        .limit(MOST)
    )
    found = (await work.session.exec(wanted)).all()
    return [
        (await form_of(work, one.service_version_id), one.answers, day_of(one.submitted_at))
        for one in found
        if one.submitted_at is not None
    ]
